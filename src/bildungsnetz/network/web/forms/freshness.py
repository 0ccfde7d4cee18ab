"""Forms of the freshness loop."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.web.fields import offer_choices
from bildungsnetz.core.web.public_forms import PublicForm
from bildungsnetz.core.web.versions import VersionedForm
from bildungsnetz.network.domain.proposals import Difference, proposable
from bildungsnetz.network.web.forms.institutions import InstitutionForm

_LONGEST = 3000


class ReportForm(PublicForm):
    """What is wrong with an entry, and where to write back."""

    message = forms.CharField(
        label=_("Was stimmt nicht?"),
        help_text=_("Ein Satz genügt. Bitte nennen Sie keine Namen von Kindern."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=_LONGEST,
    )
    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        help_text=_("Nur, wenn Sie erfahren möchten, was daraus wird."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class AnswerForm(forms.Form):
    """The two plain answers to the yearly question."""

    antwort = forms.ChoiceField(choices=[("richtig", ""), ("weg", "")])


class ChangeForm(forms.Form):
    """What an institution may propose to change about its entry."""

    message = forms.CharField(
        label=_("Was sollen wir noch wissen?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=_LONGEST,
    )

    def __init__(self, *args: Any, is_official: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {name: InstitutionForm.base_fields[name] for name in proposable(is_official=is_official)}
        copies = InstitutionForm(initial={}).fields
        self.fields = {name: copies[name] for name in taken} | self.fields
        self.fields["description"].help_text = ""

    def typed(self) -> dict[str, str]:
        """The proposed values, as texts."""
        return {
            name: str(value).replace("\r\n", "\n")
            for name, value in self.cleaned_data.items()
            if name != "message"
        }


class SettleForm(VersionedForm):
    """Which of the proposed changes are taken, and what is said about it."""

    accepted = forms.MultipleChoiceField(
        label=_("Diese Änderungen übernehmen"), required=False, widget=forms.CheckboxSelectMultiple
    )
    answer = forms.CharField(
        label=_("Antwort oder Grund"),
        required=False,
        help_text=_("Beim Ablehnen nötig. Geht per Mail an die Person, wenn sie eine Adresse angegeben hat."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=_LONGEST,
    )

    def __init__(self, *args: Any, proposed: list[Difference], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if proposed:
            choices = [(each.field, f"{each.name}: {each.before} → {each.after}") for each in proposed]
            offer_choices(self, accepted=choices)
            self.fields["accepted"].initial = [each.field for each in proposed]
        else:
            del self.fields["accepted"]
