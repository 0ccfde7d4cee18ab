"""Forms of the relations between institutions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.network.domain.lineage import SUCCESSION_WORDS, SuccessionKind
from bildungsnetz.network.models import Institution
from bildungsnetz.network.selectors.institutions import institutions


class ParentForm(forms.Form):
    parent = RowField(label=_("Gehört zu"), required=False, empty_label=_("Keine: selbstständig"))

    def __init__(self, *args: Any, actor: Actor, institution: Institution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, parent=institutions(actor).exclude(pk=institution.pk))


class SuccessorForm(forms.Form):
    successor = RowField(label=_("Nachfolgende Einrichtung"))
    kind = forms.TypedChoiceField(
        label=_("Was geschah"),
        coerce=SuccessionKind,
        choices=[(key.value, words) for key, words in SUCCESSION_WORDS.items()],
    )
    happened_on = forms.DateField(label=_("Seit"))

    def __init__(self, *args: Any, actor: Actor, institution: Institution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, successor=institutions(actor).exclude(pk=institution.pk))
