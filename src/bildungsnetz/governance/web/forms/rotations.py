"""Forms of rotating seats and nomination letters."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.models import Mandate
from bildungsnetz.governance.web.forms.mandates import PersonField
from bildungsnetz.network.api import Person, people

PLACES = tuple(range(1, 7))


class RotationForm(forms.Form):
    """Up to six people in their order; at least two."""

    starts_on = forms.DateField(label=_("Erster Turnus ab"), widget=forms.DateInput)
    months = forms.IntegerField(label=_("Monate je Turnus"), min_value=1, max_value=120, initial=12)
    until = forms.DateField(
        label=_("Plan bis einschließlich"),
        help_text=_("Zum Beispiel das Ende der Wahlperiode."),
        widget=forms.DateInput,
    )
    handover_days = forms.IntegerField(
        label=_("Tage der Übergabe"),
        help_text=_("So lange vor und nach dem Wechsel lesen beide die Unterlagen."),
        min_value=0,
        max_value=180,
        initial=30,
    )
    nominated_by = forms.CharField(label=_("Benannt durch"), required=False, max_length=200)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place in PLACES:
            label = _now("%(place)s. Person") % {"place": place}
            self.fields[f"person_{place}"] = PersonField(
                label=label, required=place <= 2, empty_label=_("Person wählen")
            )
        offer(self, **{f"person_{place}": people(actor) for place in PLACES})
        self.order_fields([f"person_{place}" for place in PLACES])

    def facts(self) -> dict[str, Any]:
        """What was chosen, as the service takes it."""
        names = ("starts_on", "months", "until", "handover_days", "nominated_by")
        return {**{name: self.cleaned_data[name] for name in names}, "people": self._people()}

    def _people(self) -> list[Person]:
        chosen = (self.cleaned_data[f"person_{place}"] for place in PLACES)
        return [person for person in chosen if person is not None]


class TurnField(RowField):
    def label_from_instance(self, obj: Mandate) -> str:
        return f"{german_day(obj.starts_on)}: {obj.person.name}"


class SwapForm(forms.Form):
    other = TurnField(label=_("Tauschen mit"), empty_label=_("Turnus wählen"))

    def __init__(self, *args: Any, turn: Mandate, later: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, other=later.exclude(pk=turn.pk))


class LetterForm(forms.Form):
    """A letter to the party that nominates for a seat."""

    address = forms.CharField(
        label=_("Anschrift"),
        help_text=_("So, wie sie im Fenster des Umschlags stehen soll."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    greeting = forms.CharField(label=_("Anrede"), max_length=120, help_text=_("Ohne Komma am Ende."))
    people = forms.IntegerField(label=_("Anzahl Personen"), min_value=1, max_value=100)
    reason = forms.CharField(
        label=_("Anlass"),
        max_length=300,
        help_text=_("Ein ganzer Satz, er steht so im Schreiben."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reply_by = forms.DateField(label=_("Antwort bis"), widget=forms.DateInput)
    signed_by = forms.CharField(label=_("Unterzeichnet von"), max_length=120)
