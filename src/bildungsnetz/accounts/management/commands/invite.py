"""The first account of an installation: an invitation from the command line."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.forms import ValidationError
from django.utils.translation import override

from bildungsnetz.accounts.domain import roles
from bildungsnetz.accounts.services.invitations import send_invitation
from bildungsnetz.core import clock, outbox
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import RuleViolation


class Command(BaseCommand):
    help = "Lädt eine Person ein, ein Konto anzulegen, und zeigt den Link auch hier."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="E-Mail-Adresse")
        parser.add_argument("name", help="Vor- und Nachname")
        by_hand = [seed.key for seed in roles.SEEDS if not seed.by_mandate]
        parser.add_argument("--role", choices=by_hand, default=roles.ADMINISTRATION, help="Rolle des Kontos")

    def handle(self, *args: Any, **options: Any) -> None:
        with override("de"):
            try:
                validate_email(options["email"])
                self._invite(options["email"], options["name"], options["role"])
            except ValidationError as wrong:
                raise CommandError(f"{options['email']} ist keine E-Mail-Adresse.") from wrong
            except RuleViolation as violation:
                raise CommandError(str(violation.message)) from violation

    def _invite(self, email: str, name: str, role: str) -> None:
        invitation = send_invitation(actor=SYSTEM, email=email, name=name, role_keys=[role], now=clock.now())
        mail = outbox.mails().get(about_kind="accounts.invitation", about_key=str(invitation.pk))
        links = [line for line in mail.body.splitlines() if "/einladung/" in line]
        self.stdout.write(
            f"Die Einladung an {invitation.email} ist im Postausgang. Der Link gilt 14 Tage und nur einmal:"
        )
        self.stdout.write("\n".join(links))
