"""Naming an institution in a form: typed as text; when it is not certain which one is meant, a choice of the hits."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core.actor import PUBLIC, Actor
from bildungsnetz.network.models import Institution
from bildungsnetz.network.selectors.cooperations import institutions_called
from bildungsnetz.network.selectors.institutions import institutions

_CHOSEN = "id:"
LONGEST = 300


def called(institution: Institution) -> str:
    """How a form names an institution: with its city, because names repeat themselves."""
    return f"{institution.name} ({institution.municipality.name})"


class InstitutionLookup(forms.CharField):
    """Gives the key of an institution that the actor may see; without JavaScript and for any number of institutions."""

    actor: Actor = PUBLIC

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text", gettext_lazy("Name oder Schulnummer. Bei mehreren Treffern wählen Sie aus.")
        )
        super().__init__(max_length=LONGEST, **kwargs)

    def clean(self, value: Any) -> int | None:
        typed = super().clean(value)
        if not typed:
            return None
        if typed.startswith(_CHOSEN):
            return self._chosen(typed.removeprefix(_CHOSEN))
        found, certain = institutions_called(self.actor, typed)
        if certain:
            return found[0].pk
        if not found:
            raise ValidationError(_("Keine Einrichtung passt zu „%(text)s“.") % {"text": typed})
        choices = [(f"{_CHOSEN}{each.pk}", called(each)) for each in found]
        self.widget = forms.Select(choices=[("", _("Bitte wählen")), *choices])
        raise ValidationError(_("Welche Einrichtung meinen Sie? Bitte wählen Sie eine aus der Liste."))

    def _chosen(self, key: str) -> int:
        found = institutions(self.actor).filter(pk=key).first() if key.isdecimal() else None
        if found is None:
            raise ValidationError(_("Diese Einrichtung gibt es nicht mehr."))
        self.widget = forms.Select(choices=[(f"{_CHOSEN}{found.pk}", called(found))])
        return found.pk
