"""Forms of following."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.following import Rhythm


class RhythmForm(forms.Form):
    rhythm = forms.TypedChoiceField(
        label=_("Wie oft möchten Sie eine Mail?"),
        choices=Rhythm.choices,
        coerce=Rhythm,
        widget=forms.RadioSelect,
    )
