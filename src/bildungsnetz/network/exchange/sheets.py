"""XLSX tables on their way out and back. Formulas and merged cells are refused with the place where they are."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from bildungsnetz.core.exports import Table
from bildungsnetz.network.domain.questions import Subject
from bildungsnetz.network.domain.sheets import COLUMNS, KEY_NAME, SheetRow
from bildungsnetz.network.exchange.table import UnreadableList
from bildungsnetz.network.selectors.question_words import SUBJECT_NAMES

MAX_BYTES: Final = 10_000_000
MAX_ROWS: Final = 20_000
_MAX_UNPACKED: Final = 200_000_000
_FORMULA: Final = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*>\s*<f[ >/]')
_MERGED: Final = re.compile(rb'<mergeCell ref="([A-Z0-9:]+)"')


def sheet_table(subject: Subject, rows: Iterable[Mapping[str, str]]) -> Table:
    """The rows under the heads of their kind; every cell is text, so that no zero is lost and nothing is computed."""
    columns = COLUMNS[subject]
    return Table(
        SUBJECT_NAMES[subject], list(columns.values()), ([row[name] for name in columns] for row in rows)
    )


def read_sheet(content: bytes) -> tuple[Subject, list[SheetRow]]:
    """Recognise the table and read its rows. Raises UnreadableList with a German sentence."""
    if len(content) > MAX_BYTES:
        raise UnreadableList(_("Die Datei ist größer als %(limit)s MB.") % {"limit": MAX_BYTES // 1_000_000})
    _check_parts(content)
    rows = _rows(content)
    if not rows:
        raise UnreadableList(_("Die Datei ist leer."))
    heads = [_text(cell) for cell in rows[0]]
    subject, positions = _recognise(heads)
    if len(rows) - 1 > MAX_ROWS:
        raise UnreadableList(_("Die Datei hat mehr als %(limit)s Zeilen.") % {"limit": MAX_ROWS})
    read = [
        SheetRow(line, {name: _text(cells[place]) for name, place in positions.items()})
        for line, cells in enumerate(rows[1:], start=2)
        if any(_text(cell) for cell in cells)
    ]
    if not read:
        raise UnreadableList(_("Die Tabelle hat nur eine Kopfzeile."))
    return subject, read


def _check_parts(content: bytes) -> None:
    """Refuse what is no XLSX, what unpacks to too much, formulas and merged cells."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MAX_UNPACKED:
                raise UnreadableList(_("Die Excel-Datei ist entpackt zu groß."))
            names = sorted(name for name in parts.namelist() if name.startswith("xl/worksheets/sheet"))
            for name in names:
                _check_cells(parts.read(name))
    except (zipfile.BadZipFile, OSError, RuntimeError) as fault:
        raise UnreadableList(
            _("Das ist keine Excel-Datei (XLSX), oder sie ist beschädigt oder geschützt.")
        ) from fault


def _check_cells(xml: bytes) -> None:
    if merged := _MERGED.search(xml):
        text = _(
            "Die Zellen %(cells)s sind verbunden. Heben Sie die Verbindung auf und laden Sie die Datei noch einmal hoch."
        )
        raise UnreadableList(text % {"cells": merged[1].decode()})
    if formula := _FORMULA.search(xml):
        text = _(
            "In Zelle %(cell)s steht eine Formel. Fügen Sie stattdessen die Werte ein („Inhalte einfügen: Werte“)."
        )
        raise UnreadableList(text % {"cell": formula[1].decode()})


def _rows(content: bytes) -> list[list[Any]]:
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        return sheet.to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OSError, IndexError) as fault:
        raise UnreadableList(_("Die Excel-Datei ist beschädigt oder geschützt.")) from fault


def _recognise(heads: list[str]) -> tuple[Subject, dict[str, int]]:
    """The kind of table whose heads these are. Columns may be left out or moved, but not invented."""
    if str(KEY_NAME) not in heads:
        text = _(
            "Die Spalte „%(column)s“ fehlt in der ersten Zeile. Lesen Sie nur Tabellen ein, die Sie hier heruntergeladen haben."
        )
        raise UnreadableList(text % {"column": KEY_NAME})
    written = [head for head in heads if head]
    known = {
        subject: {str(name): word for word, name in columns.items()} for subject, columns in COLUMNS.items()
    }
    subject = max(known, key=lambda one: sum(head in known[one] for head in written))
    strange = [head for head in written if head not in known[subject]]
    if strange or len(set(written)) < len(written):
        names = ", ".join(strange or [head for head in written if written.count(head) > 1])
        raise UnreadableList(
            _("Diese Spalten sind unbekannt oder doppelt: %(columns)s.") % {"columns": names[:200]}
        )
    return subject, {known[subject][head]: place for place, head in enumerate(heads) if head}


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return _("ja") if cell else _("nein")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
