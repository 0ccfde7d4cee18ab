"""The import of the official school list on the command line."""

import hashlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import clock
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.network.domain.import_plan import ROW_KIND_NAMES, OfficialList, RowKind
from bildungsnetz.network.domain.keys import KeyFault, district_key
from bildungsnetz.network.exchange.official_list import read_official_list
from bildungsnetz.network.exchange.table import UnreadableList
from bildungsnetz.network.selectors.imports import counts_of, rows_of
from bildungsnetz.network.services.imports import commit_import, plan_import


class Command(BaseCommand):
    help = "Liest die amtliche Schulliste ein: zeigt, was sich ändern würde, und übernimmt es mit --commit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="CSV-Datei der Liste (MSB, SVWS oder IT.NRW)")
        parser.add_argument("--kreis", default=settings.REGION_AGS, help="Kreisschlüssel, zum Beispiel 05158")
        parser.add_argument("--commit", action="store_true", help="Die Änderungen übernehmen")

    def handle(self, *args: Any, **options: Any) -> None:
        with override("de"):
            self._import(options["file"], options["kreis"], commit=options["commit"])

    def _import(self, path: Path, district: str, *, commit: bool) -> None:
        content = _content(path)
        try:
            official = _read(content, district)
            run = plan_import(
                actor=SYSTEM,
                official=official,
                file_name=path.name,
                file_hash=hashlib.sha256(content).hexdigest(),
                now=clock.now(),
            )
            for kind, count in counts_of(run).items():
                self.stdout.write(f"{count:>6} {ROW_KIND_NAMES[kind]}")
            for row in rows_of(run, RowKind.REFUSED):
                self.stdout.write(_("Zeile %(line)s: %(why)s") % {"line": row.line, "why": row.reason})
            if commit:
                commit_import(actor=SYSTEM, run=run, now=clock.now())
        except RuleViolation as violation:
            raise CommandError(str(violation.message)) from violation
        self.stdout.write(_("Übernommen.") if commit else _("Nichts geschrieben. Mit --commit übernehmen."))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise CommandError(_("Die Datei %(path)s ist nicht lesbar.") % {"path": path}) from fault


def _read(content: bytes, district: str) -> OfficialList:
    try:
        return read_official_list(content, district=district_key(district))
    except (KeyFault, UnreadableList) as fault:
        raise CommandError(str(fault)) from fault
