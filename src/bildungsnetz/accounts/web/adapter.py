"""How allauth behaves in this house: no self-registration, our mails, our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.template.loader import render_to_string

from bildungsnetz.accounts.models import User
from bildungsnetz.core import clock, mail


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Accounts are made by invitation only; every mail goes through our outbox."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        context = {**context, "network_name": settings.NETWORK_NAME, "email": email}
        subject = render_to_string(f"{template_prefix}_subject.txt", context).strip()
        body = render_to_string(f"{template_prefix}_message.txt", context)
        user = context.get("user")
        name = str(user) if isinstance(user, User) else ""
        mail.queue(
            to=email,
            name=name,
            subject=" ".join(subject.split()),
            body=body,
            now=clock.now(),
            secret=True,
        )


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth is untyped
    """The name under which an authenticator app shows our codes."""

    def get_totp_issuer(self) -> str:
        return str(settings.NETWORK_NAME)
