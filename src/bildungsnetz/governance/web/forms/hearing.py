"""The hearing of cities: costs, whom to ask, a waiver, and the answer of a city."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.hearing import OpinionAnswer
from bildungsnetz.governance.services.hearing import Contact
from bildungsnetz.network.api import Municipality


class CostsForm(forms.Form):
    estimate = forms.CharField(
        label=_("Was kostet der Punkt die Städte ungefähr?"),
        help_text=_("Zum Beispiel: rund 40.000 Euro im Jahr, verteilt nach Schülerzahl."),
        max_length=200,
    )
    cities: forms.ModelMultipleChoiceField[Municipality] = forms.ModelMultipleChoiceField(
        label=_("Welche Städte zahlen?"), queryset=None, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, cities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cities"].queryset = cities  # type: ignore[attr-defined]


class AskForm(forms.Form):
    due_on = forms.DateField(label=_("Antworten bis einschließlich"))

    def __init__(
        self, *args: Any, cities: Sequence[Municipality], known: Mapping[int, tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cities = cities
        for city in cities:
            name, email = known.get(city.pk, ("", ""))
            self.fields[f"email_{city.pk}"] = forms.EmailField(
                label=_("E-Mail für %(city)s") % {"city": city}, initial=email
            )
            self.fields[f"name_{city.pk}"] = forms.CharField(
                label=_("Ansprechperson in %(city)s") % {"city": city},
                initial=name,
                required=False,
                max_length=200,
            )

    @property
    def contacts(self) -> list[Contact]:
        """What the service takes, from the cleaned values."""
        typed = self.cleaned_data
        return [Contact(city, typed[f"email_{city.pk}"], typed[f"name_{city.pk}"]) for city in self.cities]


class WaiveForm(forms.Form):
    waived_by = forms.CharField(
        label=_("Wer verzichtet?"),
        help_text=_(
            "Zum Beispiel: die Schuldezernentinnen und Schuldezernenten in ihrer Runde am 3. November."
        ),
        max_length=200,
    )
    reason = forms.CharField(label=_("Warum?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class OpinionForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Wie steht die Stadt dazu?"), choices=OpinionAnswer.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Begründung"),
        help_text=_("Bei Bedenken nötig. Der Text steht in den Unterlagen des Gremiums und im Protokoll."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    answered_by = forms.CharField(label=_("Ihr Name und Ihre Funktion"), max_length=200)
