"""Assigning an answer from the mailbox."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.invitation import Answer
from bildungsnetz.governance.models import SessionInvitation


class InvitationChoice(forms.ModelChoiceField[SessionInvitation]):
    def label_from_instance(self, obj: SessionInvitation) -> str:
        return f"{obj.person.name}, {obj.session}"


class AssignForm(forms.Form):
    invitation = InvitationChoice(label=_("Antwort von"), queryset=None, empty_label=_("Bitte wählen"))
    answer = forms.ChoiceField(label=_("Antwort"), choices=Answer.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, invitations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["invitation"].queryset = invitations  # type: ignore[attr-defined]

    def clean_answer(self) -> Answer:
        return Answer(self.cleaned_data["answer"])
