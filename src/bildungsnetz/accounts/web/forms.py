"""Forms of accounts."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.selectors import people
from bildungsnetz.accounts.web.wording import DIFFERENT, PASSWORD_HINT
from bildungsnetz.core.web.fields import offer_choices


class AcceptInvitationForm(forms.Form):
    password = forms.CharField(
        label=_("Passwort"),
        help_text=PASSWORD_HINT,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        validators=[validate_password],
    )
    repeated = forms.CharField(
        label=_("Passwort wiederholen"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, second = cleaned.get("password"), cleaned.get("repeated")
        if first and second and first != second:
            self.add_error("repeated", DIFFERENT)
        return cleaned


class InviteForm(forms.Form):
    """`with_role` is for those who may grant roles; everybody else invites people whose rights follow from mandates."""

    name = forms.CharField(label=_("Vor- und Nachname"), max_length=200)
    email = forms.EmailField(label=_("E-Mail-Adresse"))
    role = forms.ChoiceField(label=_("Rolle"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, with_role: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if with_role:
            nothing = ("", _("Keine – die Rechte folgen aus den Mandaten der Person"))
            offer_choices(self, role=[nothing, *_roles()])
        else:
            del self.fields["role"]


class GrantForm(forms.Form):
    role = forms.ChoiceField(label=_("Rolle"), widget=forms.RadioSelect)
    valid_from = forms.DateField(label=_("Gilt ab"), widget=forms.DateInput)
    valid_until = forms.DateField(label=_("Gilt bis einschließlich"), required=False, widget=forms.DateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, role=_roles())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        start, end = cleaned.get("valid_from"), cleaned.get("valid_until")
        if start and end and end < start:
            self.add_error("valid_until", _("Das Ende liegt vor dem Beginn."))
        return cleaned


def _roles() -> list[tuple[str, str]]:
    return [(role.key, f"{role.label} – {role.description}") for role in people.roles_by_hand()]


class ConfirmForm(forms.Form):
    """A page with one button; the form carries what a rule has to say against it."""


class ActivityForm(forms.Form):
    active = forms.BooleanField(required=False, widget=forms.HiddenInput)
