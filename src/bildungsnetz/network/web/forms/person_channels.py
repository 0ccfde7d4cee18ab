"""Forms of the further ways to reach a person, and of objections."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.contact import (
    BASIS_NAMES,
    OBJECTION_NAMES,
    PERSON_CHANNEL_NAMES,
    PERSON_PURPOSE_NAMES,
    ObjectionSubject,
)
from bildungsnetz.network.services.person_channels import PersonChannelEntry


class PersonChannelForm(forms.Form):
    kind = forms.ChoiceField(label=_("Art"), choices=list(PERSON_CHANNEL_NAMES.items()))
    value = forms.CharField(label=_("Angabe"), max_length=200)
    purpose = forms.ChoiceField(
        label=_("Zweck"), choices=[(key.value, name) for key, name in PERSON_PURPOSE_NAMES.items()]
    )
    basis = forms.ChoiceField(
        label=_("Rechtsgrundlage"), choices=[(key.value, name) for key, name in BASIS_NAMES.items()]
    )
    consented_on = forms.DateField(
        label=_("Eingewilligt am"),
        required=False,
        help_text=_("Nur bei einer Einwilligung. Ohne Nachweis ist sie keine."),
    )

    def entry(self) -> PersonChannelEntry:
        return PersonChannelEntry(**self.cleaned_data)


class ObjectionForm(forms.Form):
    against = forms.TypedChoiceField(
        label=_("Wogegen"),
        coerce=ObjectionSubject,
        choices=[(key.value, name) for key, name in OBJECTION_NAMES.items()],
    )
    received_on = forms.DateField(label=_("Eingegangen am"))
    note = forms.CharField(
        label=_("Vermerk"),
        required=False,
        max_length=300,
        help_text=_("Zum Beispiel, auf welchem Weg der Widerspruch kam."),
    )
