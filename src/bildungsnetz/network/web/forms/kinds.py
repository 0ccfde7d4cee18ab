"""Form of a kind of institutions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.kinds import GROUP_NAMES
from bildungsnetz.network.services.kinds import KindEntry


class KindForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80, help_text=_("Zum Beispiel „Bibliothek“."))
    plural = forms.CharField(label=_("Mehrzahl"), max_length=80, help_text=_("Zum Beispiel „Bibliotheken“."))
    group = forms.ChoiceField(
        label=_("Gruppe"), choices=[(key.value, name) for key, name in GROUP_NAMES.items()]
    )
    position = forms.IntegerField(
        label=_("Reihenfolge"),
        min_value=0,
        max_value=9999,
        initial=500,
        help_text=_("Kleine Zahlen stehen vorn."),
    )
    retired_on = forms.DateField(
        label=_("Nicht mehr verwendet seit"),
        required=False,
        help_text=_("Vorhandene Einrichtungen behalten die Art, neue bekommen sie nicht mehr."),
    )

    def entry(self) -> KindEntry:
        return KindEntry(**self.cleaned_data)
