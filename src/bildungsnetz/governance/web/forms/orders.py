"""Forms of orders."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.governance.selectors.orders import bodies_that_carry
from bildungsnetz.governance.services.orders import Terms
from bildungsnetz.network.api import institutions, people, running_fields_of_action

PERSON, INSTITUTION, BODY = "person", "institution", "body"


class OrderForm(forms.Form):
    """Give an order: what, by whom, until when, with reports."""

    title = forms.CharField(
        label=_("Auftrag in einem Satz"),
        max_length=200,
        help_text=_(
            "Was ist zu tun? Zum Beispiel: Konzept für ein Übergabegespräch Kita–Grundschule vorlegen."
        ),
    )
    goal = forms.CharField(
        label=_("Ziel"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Woran ist zu erkennen, dass der Auftrag erfüllt ist?"),
    )
    assignee_kind = forms.ChoiceField(
        label=_("Wer bekommt den Auftrag"),
        choices=[
            (PERSON, _("eine Person, zum Beispiel aus dem Bildungsbüro")),
            (BODY, _("eine Arbeitsgruppe oder ein anderes Gremium")),
            (INSTITUTION, _("eine Einrichtung")),
        ],
        widget=forms.RadioSelect,
        initial=PERSON,
    )
    person = RowField(label=_("Person"), required=False)
    body = RowField(label=_("Gremium"), required=False)
    institution = RowField(label=_("Einrichtung"), required=False)
    due_on = forms.DateField(label=_("Fällig am"), widget=forms.DateInput)
    first_report = forms.DateField(
        label=_("Erster Bericht am"),
        widget=forms.DateInput,
        help_text=_("Spätestens sechs Wochen nach der Fälligkeit."),
    )
    second_report = forms.DateField(label=_("Zweiter Bericht am"), widget=forms.DateInput, required=False)
    field_of_action = RowField(label=_("Handlungsfeld"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(
            self,
            person=people(actor),
            body=bodies_that_carry(actor),
            institution=institutions(actor),
            field_of_action=running_fields_of_action(),
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        kind = cleaned.get("assignee_kind")
        if kind and kind not in self.errors and not cleaned.get(kind):
            self.add_error(kind, _("Wählen Sie aus, wer den Auftrag bekommt."))
        return cleaned

    def terms(self) -> Terms:
        """The order as the service wants it; call after validation."""
        said = self.cleaned_data
        reports: list[date] = [day for day in (said["first_report"], said["second_report"]) if day]
        return Terms(
            title=said["title"],
            goal=said["goal"],
            due_on=said["due_on"],
            report_dates=reports,
            field_of_action=said["field_of_action"],
            **{said["assignee_kind"]: said[said["assignee_kind"]]},
        )


class OrderFilterForm(forms.Form):
    """Narrow the board; works without script and keeps its address."""

    q = forms.CharField(label=_("Suche"), required=False)
    field_of_action = RowField(label=_("Handlungsfeld"), required=False, empty_label=_("alle"))
    show = forms.ChoiceField(
        label=_("Zeigen"),
        required=False,
        choices=[("", _("laufende Aufträge")), ("settled", _("abgeschlossene")), ("all", _("alle"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, field_of_action=running_fields_of_action())


class ReportForm(forms.Form):
    """Report or result of an order."""

    text = forms.CharField(label=_("Bericht"), widget=forms.Textarea(attrs={"rows": 6}))


class ReasonForm(forms.Form):
    """Why a result is given back or an order withdrawn."""

    reason = forms.CharField(label=_("Begründung"), widget=forms.Textarea(attrs={"rows": 3}))
