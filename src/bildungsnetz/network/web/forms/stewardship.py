"""Form by which the office invites an institution to keep its own entry."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.network.domain.stewardship import REACH_NAMES, Reach
from bildungsnetz.network.models import Institution
from bildungsnetz.network.selectors.people import people_in


class StewardshipForm(forms.Form):
    person = RowField(
        label=_("Person"), help_text=_("Zur Wahl steht, wer heute eine Funktion in dieser Einrichtung hat.")
    )
    reach = forms.TypedChoiceField(
        label=_("Umfang"),
        coerce=Reach,
        choices=[(key.value, name) for key, name in REACH_NAMES.items()],
        widget=forms.RadioSelect,
        initial=Reach.OWN.value,
    )
    authority_number = forms.CharField(
        label=_("Nummer des Schulträgers"),
        required=False,
        max_length=10,
        help_text=_("Nur, wenn der Umfang nach dieser Nummer geht. Sie steht in der amtlichen Schulliste."),
    )

    def __init__(self, *args: Any, actor: Actor, institution: Institution, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, person=people_in(actor, institution, on=on))
