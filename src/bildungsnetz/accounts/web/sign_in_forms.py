"""allauth's forms in our words (settings: ACCOUNT_FORMS, MFA_FORMS)."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.web.wording import CODE_HINT, DIFFERENT, PASSWORD_HINT


class LoginForm(account.LoginForm):  # type: ignore[misc]  # allauth is untyped
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, "login", _("E-Mail-Adresse"))
        _name(self, "password", _("Passwort"))


class ReauthenticateForm(account.ReauthenticateForm):  # type: ignore[misc]  # allauth is untyped
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, "password", _("Passwort"))


class ResetPasswordForm(account.ResetPasswordForm):  # type: ignore[misc]  # allauth is untyped
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, "email", _("E-Mail-Adresse"))


class SamePasswords:
    """Names the two fields of a new password and compares them in our words."""

    fields: dict[str, forms.Field]

    def name_passwords(self) -> None:
        _name(self, "password1", _("Neues Passwort"), PASSWORD_HINT)
        _name(self, "password2", _("Neues Passwort wiederholen"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = forms.Form.clean(self) or {}  # type: ignore[arg-type]  # mixed into forms only
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", DIFFERENT)  # type: ignore[attr-defined]
        return cleaned


class ChangePasswordForm(SamePasswords, account.ChangePasswordForm):  # type: ignore[misc]  # allauth is untyped
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, "oldpassword", _("Bisheriges Passwort"))
        self.name_passwords()


class ResetPasswordKeyForm(SamePasswords, account.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth is untyped
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name_passwords()


class AuthenticateForm(second_factor.AuthenticateForm):  # type: ignore[misc]  # allauth is untyped
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name_code(self, CODE_HINT)


class SecondReauthenticateForm(second_factor.ReauthenticateForm):  # type: ignore[misc]  # allauth is untyped
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name_code(self, CODE_HINT)


class ActivateForm(totp.ActivateTOTPForm):  # type: ignore[misc]  # allauth is untyped
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name_code(self, _("Die sechs Ziffern, die Ihre App jetzt zeigt."))


def _name(form: Any, field: str, label: str | Promise, hint: str | Promise = "") -> None:
    form.fields[field].label, form.fields[field].help_text = label, hint


def _name_code(form: Any, hint: str | Promise) -> None:
    _name(form, "code", _("Code"), hint)
    form.fields["code"].widget.attrs["inputmode"] = "text"
