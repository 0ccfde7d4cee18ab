"""Forms of mandates, deputies and chairs."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.models import Body, Mandate, SeatRuleRow
from bildungsnetz.governance.selectors.mandates import mandates_to_chair, seats_to_fill
from bildungsnetz.network.api import Person, people

OPEN_END = _("Leer heißt: bis auf Weiteres.")


class PersonField(RowField):
    """Somebody of the network, last name first, told apart by the address."""

    def label_from_instance(self, obj: Person) -> str:
        return f"{obj.sort_name} ({obj.email})" if obj.email else obj.sort_name


class SeatField(RowField):
    """A seat with its side, and its days where they are limited."""

    def label_from_instance(self, obj: SeatRuleRow) -> str:
        words = f"{obj.side.name}: {obj.function}"
        if obj.valid_from:
            words += " " + _now("ab %(day)s") % {"day": german_day(obj.valid_from)}
        return words


class MandateField(RowField):
    def label_from_instance(self, obj: Mandate) -> str:
        return f"{obj.seat_rule.side.name}: {obj.person.name} ({obj.seat_rule.function})"


class MandateForm(forms.Form):
    seat_rule = SeatField(label=_("Sitz"), empty_label=_("Sitz wählen"))
    person = PersonField(label=_("Person"), empty_label=_("Person wählen"))
    starts_on = forms.DateField(label=_("Mandat ab"), widget=forms.DateInput)
    ends_on = forms.DateField(
        label=_("Mandat bis einschließlich"), required=False, help_text=OPEN_END, widget=forms.DateInput
    )
    nominated_by = forms.CharField(
        label=_("Benannt durch"),
        required=False,
        max_length=200,
        help_text=_("Zum Beispiel mit dem Datum des Schreibens."),
    )

    def __init__(self, *args: Any, actor: Actor, body: Body, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, seat_rule=seats_to_fill(body, on=today), person=people(actor))


class DeputyForm(forms.Form):
    person = PersonField(label=_("Person"), empty_label=_("Person wählen"))
    rank = forms.IntegerField(
        label=_("Reihenfolge"),
        required=False,
        min_value=1,
        help_text=_("1 wird zuerst gefragt. Leer heißt: als Nächste."),
    )
    starts_on = forms.DateField(label=_("Vertretung ab"), widget=forms.DateInput)
    ends_on = forms.DateField(
        label=_("Vertretung bis einschließlich"),
        required=False,
        help_text=_("Leer heißt: solange das Mandat läuft."),
        widget=forms.DateInput,
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, person=people(actor))


class ChairForm(forms.Form):
    mandate = MandateField(label=_("Wer leitet"), empty_label=_("Mitglied wählen"))
    starts_on = forms.DateField(label=_("Vorsitz ab"), widget=forms.DateInput)
    ends_on = forms.DateField(
        label=_("Vorsitz bis einschließlich"),
        required=False,
        help_text=_("Leer heißt: solange das Mandat läuft."),
        widget=forms.DateInput,
    )

    def __init__(self, *args: Any, body: Body, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, mandate=mandates_to_chair(body, on=today))


class EndForm(forms.Form):
    ends_on = forms.DateField(
        label=_("Letzter Tag"), help_text=_("Dieser Tag zählt noch mit."), widget=forms.DateInput
    )


class SeatEndForm(forms.Form):
    valid_until = forms.DateField(
        label=_("Letzter Tag"), help_text=_("Dieser Tag zählt noch mit."), widget=forms.DateInput
    )
