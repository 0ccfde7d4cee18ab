"""Forms of relations between institutions."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core import files
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import offer_choices
from bildungsnetz.network.domain.cooperation import (
    INTENSITY_NAMES,
    KIND_NAMES,
    SOURCE_NAMES,
    CooperationEntry,
    Intensity,
)
from bildungsnetz.network.models import Cooperation
from bildungsnetz.network.selectors.cooperations import Asked
from bildungsnetz.network.selectors.institutions import fields_of_action
from bildungsnetz.network.services.cooperations import Document
from bildungsnetz.network.web.forms.lookup import InstitutionLookup, called

ALL = ("", gettext_lazy("Alle"))


def _topics() -> list[tuple[str, str]]:
    return [(str(field.pk), field.name) for field in fields_of_action()]


class CooperationForm(forms.Form):
    first = InstitutionLookup(label=gettext_lazy("Einrichtung"))
    second = InstitutionLookup(label=gettext_lazy("Partner"))
    kind = forms.ChoiceField(label=gettext_lazy("Art"), choices=list(KIND_NAMES.items()))
    field_of_action = forms.TypedChoiceField(
        label=gettext_lazy("Thema"), required=False, coerce=int, empty_value=None
    )
    intensity = forms.TypedChoiceField(
        label=gettext_lazy("Wie oft"),
        coerce=int,
        choices=list(INTENSITY_NAMES.items()),
        initial=Intensity.SOMETIMES.value,
    )
    started_on = forms.DateField(label=gettext_lazy("Seit"))
    ended_on = forms.DateField(label=gettext_lazy("Bis einschließlich"), required=False)
    source = forms.ChoiceField(
        label=gettext_lazy("Woher wir es wissen"),
        choices=list(SOURCE_NAMES.items()),
        help_text=gettext_lazy(
            "„erfragt“ nur, wenn die Einrichtung der Verwendung ihrer Antwort zugestimmt hat."
        ),
    )
    agreement = forms.FileField(
        label=gettext_lazy("Vereinbarung als Datei"),
        required=False,
        help_text=gettext_lazy(
            "PDF oder Office-Datei, höchstens 25 MB. Nur das Bildungsbüro kann sie öffnen."
        ),
        widget=forms.FileInput(attrs={"accept": files.accepted()}),
    )
    note = forms.CharField(
        label=gettext_lazy("Notiz"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Nur für das Bildungsbüro."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            self.fields[name].actor = actor  # type: ignore[attr-defined]
        offer_choices(self, field_of_action=[("", _("Kein bestimmtes")), *_topics()])

    def entry(self) -> CooperationEntry:
        typed = {k: v for k, v in self.cleaned_data.items() if k not in {"version", "agreement"}}
        return CooperationEntry(**typed)

    def document(self) -> Document | None:
        """The uploaded agreement, if any."""
        uploaded = self.cleaned_data["agreement"]
        return Document(uploaded.name, uploaded.read()) if uploaded else None


def initial_of(known: Cooperation) -> dict[str, Any]:
    """What the form of an existing relation starts with."""
    same = ("kind", "intensity", "started_on", "ended_on", "source", "note", "version")
    return {
        "first": called(known.first),
        "second": called(known.second),
        "field_of_action": known.field_of_action_id,
        **{name: getattr(known, name) for name in same},
    }


class CooperationFilter(forms.Form):
    """Filters of the list; an unknown value is treated as no filter."""

    q = forms.CharField(label=gettext_lazy("Einrichtung"), required=False, max_length=100)
    thema = forms.TypedChoiceField(label=gettext_lazy("Thema"), required=False, coerce=int, empty_value=None)
    art = forms.ChoiceField(label=gettext_lazy("Art"), required=False, choices=[ALL, *KIND_NAMES.items()])
    quelle = forms.ChoiceField(
        label=gettext_lazy("Woher wir es wissen"), required=False, choices=[ALL, *SOURCE_NAMES.items()]
    )
    stichtag = forms.DateField(label=gettext_lazy("Läuft am"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, thema=[ALL, *_topics()])

    def asked(self) -> Asked:
        """What the list is narrowed to."""
        self.is_valid()
        chosen = self.cleaned_data
        return Asked(
            text=chosen.get("q", ""),
            topic=chosen.get("thema"),
            kind=chosen.get("art", ""),
            source=chosen.get("quelle", ""),
            on=chosen.get("stichtag"),
        )
