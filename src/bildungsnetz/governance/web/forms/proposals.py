"""Forms of proposals."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.services.proposals import Wish


class WishForm(forms.Form):
    """What a member wants on the agenda, as a short template."""

    title = forms.CharField(label=_("Titel"), max_length=200)
    kind = forms.ChoiceField(
        label=_("Was soll das Gremium tun?"), choices=ItemKind.choices, widget=forms.RadioSelect
    )
    concern = forms.CharField(
        label=_("Worum geht es, und warum jetzt"),
        help_text=_("Anlass, wen es betrifft, was sich ändern soll."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    wording = forms.CharField(
        label=_("Beschlussvorschlag"),
        help_text=_("Der Satz, über den das Gremium entscheidet."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    minutes = forms.IntegerField(label=_("Minuten"), min_value=1, max_value=480)

    def wish(self) -> Wish:
        return Wish(**self.cleaned_data)


class RefuseForm(forms.Form):
    reason = forms.CharField(
        label=_("Begründung"),
        help_text=_("Sie geht per Mail an das Mitglied."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
