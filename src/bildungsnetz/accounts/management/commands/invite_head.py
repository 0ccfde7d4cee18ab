"""The first invitation of an installation, on the command line."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.accounts.services.first_head import invite_first_head
from bildungsnetz.core import clock, outbox
from bildungsnetz.core.errors import RuleViolation


class Command(BaseCommand):
    help = (
        "Lädt die Leitung des Bildungsbüros ein: das erste Konto einer Installation. Zeigt den Link der Mail."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True, help="E-Mail-Adresse der Leitung")
        parser.add_argument("--name", required=True, help="Vor- und Nachname der Leitung")

    def handle(self, *args: Any, **options: Any) -> None:
        with override("de"):
            self._invite(options["email"], options["name"].strip())

    def _invite(self, email: str, name: str) -> None:
        try:
            validate_email(email)
            invitation = invite_first_head(email=email, name=name, now=clock.now())
        except ValidationError as fault:
            raise CommandError(str(fault.messages[0])) from fault
        except RuleViolation as violation:
            raise CommandError(str(violation.message)) from violation
        self.stdout.write(_("Eingeladen: %(name)s <%(email)s>") % {"name": name, "email": invitation.email})
        self.stdout.write(_link(invitation.email))


def _link(email: str) -> str:
    """The link as it stands in the mail just written; the database keeps only its hash."""
    mail = outbox.mails(email).filter(recipient=email)[0]
    return next(word for word in mail.body.split() if word.startswith(settings.BASE_URL))
