"""Forms of persons and their functions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.network.domain.functions import FUNCTION_NAMES, FunctionKind
from bildungsnetz.network.services.people import PersonEntry
from bildungsnetz.network.web.forms.lookup import InstitutionLookup


class PersonForm(forms.Form):
    title = forms.CharField(
        label=_("Titel"), required=False, max_length=40, help_text=_("Zum Beispiel Dr. oder Prof. Dr.")
    )
    first_name = forms.CharField(label=_("Vorname"), max_length=80)
    last_name = forms.CharField(label=_("Nachname"), max_length=80)
    email = forms.EmailField(
        label=_("Dienstliche E-Mail"),
        required=False,
        help_text=_("Hierhin gehen Einladungen und Unterlagen."),
    )
    phone = forms.CharField(label=_("Dienstliches Telefon"), required=False, max_length=40)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def entry(self) -> PersonEntry:
        typed = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return PersonEntry(**typed)


class FunctionForm(forms.Form):
    institution = InstitutionLookup(label=_("Einrichtung"))
    kind = forms.TypedChoiceField(
        label=_("Funktion"),
        coerce=FunctionKind,
        choices=[("", _("Bitte wählen")), *[(key.value, name) for key, name in FUNCTION_NAMES.items()]],
    )
    label = forms.CharField(
        label=_("Genaue Bezeichnung"),
        required=False,
        max_length=120,
        help_text=_("Wenn sie von der Funktion abweicht, zum Beispiel „Dezernentin für Schule und Sport“."),
    )
    started_on = forms.DateField(label=_("Seit"))
    ended_on = forms.DateField(label=_("Bis einschließlich"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution"].actor = actor  # type: ignore[attr-defined]


class EndFunctionForm(forms.Form):
    last_day = forms.DateField(label=_("Letzter Tag der Funktion"))
