from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bildungsnetz.core import backup, clock


class Command(BaseCommand):
    """Stop the installation before; the database is replaced as a whole."""

    help = "Stellt Datenbank und Dateien aus einer Sicherung wieder her."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="Datei der Sicherung")
        parser.add_argument(
            "--replace", action="store_true", help="Vorhandene Daten durch die Sicherung ersetzen"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = backup.restore(options["path"], replace=options["replace"], now=clock.now())
        except (backup.Unusable, OSError) as wrong:
            raise CommandError(str(wrong)) from wrong
        made = done.manifest
        self.stdout.write(
            f"Wiederhergestellt: {sum(made.rows.values())} Zeilen in {len(made.rows)} Tabellen,"
            f" {len(made.files)} Dateien, Stand {made.made_at}."
        )
        for place in done.former:
            self.stdout.write(
                f"Der vorige Stand liegt in {place}. Löschen Sie ihn, wenn Sie ihn nicht mehr brauchen."
            )
        if done.is_older:
            self.stdout.write(
                "Die Sicherung ist älter als das Programm; „start“ oder „migrate“ bringt sie auf den Stand."
            )
