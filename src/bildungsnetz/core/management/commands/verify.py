from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bildungsnetz.core import backup


class Command(BaseCommand):
    """Needs no database; run it where the backups are kept."""

    help = "Prüft eine Sicherung: Prüfsummen, Datenbank, Zeilen je Tabelle."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="Datei der Sicherung")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = backup.verify(options["path"])
        except (backup.Unusable, OSError) as wrong:
            raise CommandError(str(wrong)) from wrong
        self.stdout.write(
            f"In Ordnung: Sicherung vom {made.made_at} (Version {made.version}),"
            f" {sum(made.rows.values())} Zeilen in {len(made.rows)} Tabellen, {len(made.files)} Dateien."
        )
