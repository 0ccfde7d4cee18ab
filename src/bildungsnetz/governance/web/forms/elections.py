"""Forms of elections and of the ballot."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.web.fields import offer
from bildungsnetz.governance.models import Candidate, Election
from bildungsnetz.governance.web.forms.mandates import OPEN_END, PersonField
from bildungsnetz.network.api import SCHOOL_FORMS, Person, people

PLACES = tuple(range(1, 9))


class ElectionForm(forms.Form):
    """An election with up to eight people to choose from."""

    title = forms.CharField(label=_("Bezeichnung"), max_length=120)
    school_form = forms.ChoiceField(
        label=_("Wahlberechtigt sind die Schulleitungen"),
        required=False,
        choices=[("", _("aller Schulformen")), *SCHOOL_FORMS.items()],
    )
    places = forms.IntegerField(label=_("Zu wählende Personen"), min_value=1, max_value=20, initial=1)
    closes_on = forms.DateField(
        label=_("Letzter Wahltag"), help_text=_("Die Wahl endet um 24 Uhr."), widget=forms.DateInput
    )
    mandate_from = forms.DateField(label=_("Mandat ab"), widget=forms.DateInput)
    mandate_until = forms.DateField(
        label=_("Mandat bis einschließlich"), required=False, help_text=OPEN_END, widget=forms.DateInput
    )
    led_by = forms.CharField(label=_("Wahlleitung"), max_length=120)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [f"person_{place}" for place in PLACES]
        for place, name in zip(PLACES, names, strict=True):
            label = _now("%(place)s. Person zur Wahl") % {"place": place}
            self.fields[name] = PersonField(label=label, required=place == 1, empty_label=_("Person wählen"))
        offer(self, **{name: people(actor) for name in names})
        self.order_fields(["title", "school_form", "places", *names])

    def facts(self) -> dict[str, Any]:
        """What was chosen, as the service takes it."""
        chosen = self.cleaned_data
        names = ("title", "school_form", "places", "mandate_from", "mandate_until", "led_by")
        closes_at = datetime.combine(chosen["closes_on"], time(23, 59, 59), tzinfo=BERLIN)
        return {**{name: chosen[name] for name in names}, "closes_at": closes_at, "people": self._people()}

    def _people(self) -> list[Person]:
        chosen = (self.cleaned_data[f"person_{place}"] for place in PLACES)
        return [person for person in chosen if person is not None]


class BallotForm(forms.Form):
    """The ballot: none, one or several names."""

    marks_optional = False

    choices = forms.TypedMultipleChoiceField(
        label=_("Ihre Wahl"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, election: Election, candidates: list[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["choices"]
        field.choices = [(row.pk, row.person.name) for row in candidates]  # type: ignore[attr-defined]
        most = _now("Höchstens %(places)s. Ohne Haken enthalten Sie sich.") % {"places": election.places}
        field.help_text = most


class LotForm(forms.Form):
    """Who was drawn by lot among equals; without equals there is nothing to choose."""

    drawn: forms.ModelMultipleChoiceField[Candidate] = forms.ModelMultipleChoiceField(
        label=_("Durch Los gewählt"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, tied: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tied:
            self.fields["drawn"].queryset = tied  # type: ignore[attr-defined]
        else:
            del self.fields["drawn"]
