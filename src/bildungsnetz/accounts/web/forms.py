"""Forms of accounts."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.models import Role
from bildungsnetz.accounts.selectors import people


class AcceptInvitationForm(forms.Form):
    password = forms.CharField(
        label=_("Passwort"),
        help_text=_(
            "Mindestens 12 Zeichen. Ein Satz, den nur Sie kennen, ist leicht zu merken und schwer zu raten."
        ),
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
            self.add_error("repeated", _("Die beiden Passwörter sind verschieden."))
        return cleaned


class RoleField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    def label_from_instance(self, obj: Role) -> str:
        return f"{obj.label} – {obj.description}"


class InviteForm(forms.Form):
    name = forms.CharField(label=_("Vor- und Nachname"), max_length=200)
    email = forms.EmailField(label=_("E-Mail-Adresse"))
    role = RoleField(
        label=_("Rolle"),
        queryset=Role.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        help_text=_("Rechte aus Mandaten kommen von selbst dazu, wenn die Person einem Gremium angehört."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].queryset = people.roles_by_hand()  # type: ignore[attr-defined]


class GrantForm(forms.Form):
    role = RoleField(
        label=_("Rolle"), queryset=Role.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    valid_from = forms.DateField(label=_("Gilt ab"), widget=forms.DateInput)
    valid_until = forms.DateField(label=_("Gilt bis einschließlich"), required=False, widget=forms.DateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].queryset = people.roles_by_hand()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        start, end = cleaned.get("valid_from"), cleaned.get("valid_until")
        if start and end and end < start:
            self.add_error("valid_until", _("Das Ende liegt vor dem Beginn."))
        return cleaned
