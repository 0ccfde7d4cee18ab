from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bildungsnetz.core import backup, clock


class Command(BaseCommand):
    """Can run at any time, also while people work."""

    help = "Sichert Datenbank und Dateien in eine Datei."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "target",
            nargs="?",
            type=Path,
            help="Datei (neu) oder Ordner; ohne Angabe der Ordner „backups“ neben den Dateien",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        now = clock.now()
        target = options["target"] or Path(settings.MEDIA_ROOT).with_name("backups")
        if target.is_dir() or not target.suffix:
            target /= f"bildungsnetz-{now.astimezone(clock.BERLIN):%Y%m%d-%H%M%S}.tar"
        try:
            made = backup.back_up(target, now=now)
        except (backup.Unusable, OSError) as wrong:
            raise CommandError(str(wrong)) from wrong
        self.stdout.write(f"Gesichert: {len(made.rows)} Tabellen, {len(made.files)} Dateien → {target}")
