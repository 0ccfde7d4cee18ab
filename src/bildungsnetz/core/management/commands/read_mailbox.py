from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bildungsnetz.core import clock
from bildungsnetz.core.mailbox import configured, read_mailbox


class Command(BaseCommand):
    """Look into the mailbox now instead of waiting for the timetable."""

    help = "Liest Antworten auf Einladungen und unzustellbare Mails aus dem Postfach (Einstellungen BILDUNGSNETZ_IMAP_*)."

    def handle(self, *args: Any, **options: Any) -> None:
        mailbox = configured()
        if mailbox is None:
            raise CommandError("Kein Postfach eingerichtet: BILDUNGSNETZ_IMAP_HOST fehlt.")
        try:
            done = read_mailbox(mailbox, now=clock.now())
        except OSError as failure:
            raise CommandError(f"Das Postfach ist nicht erreichbar: {failure}") from failure
        self.stdout.write(
            f"gelesen: {done.seen}, davon Antworten und Rückläufer: {done.taken}, nicht lesbar: {done.failed}"
        )
