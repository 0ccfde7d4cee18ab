"""Forms of measures and tasks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer, offer_choices
from bildungsnetz.network.api import people, running_fields_of_action
from bildungsnetz.programme.domain.states import MEASURE_STEPS, MeasureState, TaskState
from bildungsnetz.programme.models import Measure
from bildungsnetz.programme.services.measures import Description

FIELDS = tuple(Description.__dataclass_fields__)


class MeasureForm(forms.Form):
    """What is done, for whom, with which effect."""

    title = forms.CharField(label=_("Titel"), max_length=200)
    lead = RowField(label=_("Leitung"), required=False)
    field_of_action = RowField(label=_("Handlungsfeld"), required=False)
    starts_on = forms.DateField(label=_("Beginn"), widget=forms.DateInput, required=False)
    ends_on = forms.DateField(label=_("Ende"), widget=forms.DateInput, required=False)
    target_group = forms.CharField(
        label=_("Zielgruppe"), max_length=200, required=False, help_text=_("Für wen soll sich etwas ändern?")
    )
    inputs = forms.CharField(
        label=_("Mittel (Input)"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    outputs = forms.CharField(
        label=_("Leistungen (Output)"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("Was entsteht: Veranstaltungen, Konzepte, Beratungen"),
    )
    outcome = forms.CharField(
        label=_("Wirkung bei der Zielgruppe (Outcome)"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    impact = forms.CharField(
        label=_("Wirkung in der Region (Impact)"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    indicator = forms.CharField(
        label=_("Indikator"),
        max_length=300,
        required=False,
        help_text=_("Woran ist die Wirkung zu erkennen?"),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, lead=people(actor), field_of_action=running_fields_of_action())

    def description(self) -> Description:
        """The measure as the service wants it; call after validation."""
        return Description(**{name: self.cleaned_data[name] for name in FIELDS})


def initial_of(measure: Measure) -> dict[str, Any]:
    """What a measure brings into its form."""
    return {**{name: getattr(measure, name) for name in FIELDS}, "version": measure.version}


class MoveMeasureForm(forms.Form):
    """The next state of a measure; only the steps that are possible are offered."""

    state = forms.ChoiceField(label=_("Neuer Stand"))

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        steps = MEASURE_STEPS[MeasureState(measure.state)]
        offer_choices(self, state=[(step.value, step.label) for step in steps])


class TaskForm(forms.Form):
    """One thing to do."""

    title = forms.CharField(label=_("Was ist zu tun"), max_length=200)
    assignee = RowField(label=_("Wer"), required=False)
    due_on = forms.DateField(label=_("Bis wann"), widget=forms.DateInput, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, assignee=people(actor))


class MoveTaskForm(forms.Form):
    """The state of a task, chosen in its row."""

    state = forms.ChoiceField(label=_("Stand"), choices=TaskState.choices)
