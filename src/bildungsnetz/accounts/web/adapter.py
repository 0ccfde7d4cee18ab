"""How allauth behaves in this house: no self-registration, our mails, our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as present
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.models import User
from bildungsnetz.accounts.web.sealing import seal, unseal
from bildungsnetz.core import clock, mail
from bildungsnetz.core.web.addresses import absolute

RESET_LINK = "account/email/password_reset_key"
WRONG_CODE = _(
    "Der Code stimmt nicht. Ein Code aus der App gilt nur 30 Sekunden: Bitte geben Sie den neuesten ein."
)
TOO_OFT = _(
    "Das waren zu viele Versuche. Bitte warten Sie fünf Minuten und versuchen Sie es dann noch einmal."
)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Accounts are made by invitation only; every mail goes through our outbox."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("E-Mail-Adresse und Passwort passen nicht zusammen."),
        "enter_current_password": _("Das bisherige Passwort stimmt nicht."),
        "incorrect_code": WRONG_CODE,
        "incorrect_password": _("Das Passwort stimmt nicht."),
        "invalid_password_reset": _("Dieser Link gilt nicht mehr."),
        "rate_limited": TOO_OFT,
        "too_many_login_attempts": TOO_OFT,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return reverse("mfa_index")

    def get_reset_password_from_key_url(self, key: str) -> str:
        account, _dash, token = key.partition("-")
        return absolute("account_reset_password_from_key", uidb36=account, key=token)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:  # noqa: ARG002
        return render(request, "account/account_inactive.html", status=403)

    def reauthenticate(self, user: User, password: str) -> bool:
        """Whether the password is that of the account; counts as an attempt to log in."""
        found = self.authenticate(present.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell an account about a change of its password or second factor; nothing about its device is kept."""
        self.send_mail(template_prefix, email or user.email, {**(context or {}), "user": user})

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        user = context["user"]
        context = {**context, "network_name": settings.NETWORK_NAME, "email": email, "now": clock.now()}
        subject = render_to_string(f"{template_prefix}_subject.txt", context)
        body = render_to_string(f"{template_prefix}_message.txt", context)
        mail.queue(
            to=email,
            name=user.name,
            subject=" ".join(subject.split()),
            body=body.strip() + "\n",
            now=clock.now(),
            secret=template_prefix == RESET_LINK,
        )


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth is untyped
    """The name under which an authenticator app shows our codes, its secrets sealed, the errors in our words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Diesen zweiten Faktor können Sie nicht entfernen."),
        "cannot_generate_recovery_codes": _(
            "Notfallcodes gibt es erst, wenn der zweite Faktor eingerichtet ist."
        ),
        "incorrect_code": WRONG_CODE,
        "rate_limited": TOO_OFT,
    }

    def get_totp_issuer(self) -> str:
        return str(settings.NETWORK_NAME)

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)
