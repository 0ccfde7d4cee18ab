"""Forms around invitations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.invitation import Answer
from bildungsnetz.network.api import Person


class ReplyForm(forms.Form):
    """The answer comes from the button pressed."""

    answer = forms.ChoiceField(choices=Answer.choices, widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Nachricht an die Geschäftsstelle"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_answer(self) -> Answer:
        return Answer(self.cleaned_data["answer"])


class SendForm(forms.Form):
    """A reason is asked for only when the deadline is over."""

    reason = forms.CharField(
        label=_("Warum kommt die Einladung später?"),
        help_text=_("Der Grund steht in der Einladung."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, late: str, **kwargs: Any) -> None:
        """`late` says why a reason is needed; empty when the invitation is in time."""
        super().__init__(*args, **kwargs)
        if late:
            self.fields["reason"].error_messages["required"] = late
        else:
            del self.fields["reason"]


class GuestForm(forms.Form):
    """Adds one person to those invited as guests."""

    gast: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=_("Gast"), queryset=None, required=False, empty_label=_("Person wählen")
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gast"].queryset = people  # type: ignore[attr-defined]
