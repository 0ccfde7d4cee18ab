"""Tables that leave the house and come back: which columns there are, who may change which, what a row changes.

Everything is text here, as a person reads it in the cell. A file that comes back unchanged changes nothing; official
columns and those that only explain are never written.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.domain.questions import Subject

KEY: Final = "key"
KEY_NAME: Final = gettext_lazy("Kennung")
INSTITUTION_COLUMNS: Final[dict[str, str | Promise]] = {
    KEY: KEY_NAME,
    "number": gettext_lazy("Schulnummer"),
    "name": gettext_lazy("Name"),
    "kind": gettext_lazy("Art"),
    "school_form": gettext_lazy("Schulform"),
    "municipality": gettext_lazy("Stadt oder Gemeinde"),
    "status": gettext_lazy("Betriebsstand"),
    "street": gettext_lazy("Straße und Hausnummer"),
    "postal_code": gettext_lazy("Postleitzahl"),
    "city": gettext_lazy("Ort"),
    "phone": gettext_lazy("Telefon"),
    "email": gettext_lazy("E-Mail"),
    "website": gettext_lazy("Internetseite"),
    "social_index": gettext_lazy("Schulsozialindex"),
    "is_public": gettext_lazy("Öffentlich"),
    "fields_of_action": gettext_lazy("Handlungsfelder"),
    "description": gettext_lazy("Beschreibung"),
}
PERSON_COLUMNS: Final[dict[str, str | Promise]] = {
    KEY: KEY_NAME,
    "title": gettext_lazy("Titel"),
    "first_name": gettext_lazy("Vorname"),
    "last_name": gettext_lazy("Nachname"),
    "email": gettext_lazy("E-Mail"),
    "phone": gettext_lazy("Telefon"),
    "functions": gettext_lazy("Funktionen"),
}
COLUMNS: Final = {Subject.INSTITUTIONS: INSTITUTION_COLUMNS, Subject.PEOPLE: PERSON_COLUMNS}
EXPLAINING: Final = frozenset({"number", "kind", "school_form", "municipality", "status", "functions"})
"""Columns that tell what a row is; they change on their own pages."""
OFFICIAL: Final = frozenset({"name", "street", "postal_code", "city", "phone", "email", "website"})
"""Columns that belong to the official list where the institution has a number."""
_WITH_ZERO: Final = frozenset({"number", "postal_code", "phone"})
_LONGEST: Final = {
    "name": 200, "street": 120, "postal_code": 5, "city": 80, "phone": 40, "email": 200, "website": 200,
    "description": 4000, "title": 40, "first_name": 80, "last_name": 80,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the file: its line, and its cells by our words; columns that the file has not are missing."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """A row as the register has it."""

    label: str
    cells: Mapping[str, str]
    is_official: bool = False


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One line of the plan; `changes` are (column, before, after)."""

    kind: RowKind
    line: int
    key: str
    label: str
    reason: str = ""
    changes: tuple[tuple[str, str, str], ...] = ()


def compare(rows: Iterable[SheetRow], present: Mapping[str, Known]) -> list[PlannedRow]:
    """What the rows of a file would change. What the file leaves out stays as it is."""
    read = list(rows)
    count = Counter(row.cells.get(KEY, "") for row in read)
    return [_row(row, present, is_double=count[row.cells.get(KEY, "")] > 1) for row in read]


def plain(text: str) -> str:
    """A cell as it is compared: one kind of line break, nothing around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _row(row: SheetRow, present: Mapping[str, Known], *, is_double: bool) -> PlannedRow:
    key = row.cells.get(KEY, "")
    known = present.get(key)
    if known is None:
        return PlannedRow(
            RowKind.REFUSED,
            row.line,
            key,
            row.cells.get("name", "") or row.cells.get("last_name", ""),
            _unknown(key),
        )
    if is_double:
        reason = _("Diese Kennung steht mehrfach in der Tabelle. Es ist nicht erkennbar, welche Zeile gilt.")
        return PlannedRow(RowKind.REFUSED, row.line, key, known.label, reason)
    changes = [
        (name, known.cells[name], plain(after))
        for name, after in row.cells.items()
        if name != KEY and plain(after) != plain(known.cells[name])
    ]
    fault = next((fault for change in changes if (fault := _fault(known, *change))), "")
    if fault:
        return PlannedRow(RowKind.REFUSED, row.line, key, known.label, fault)
    kind = RowKind.CHANGED if changes else RowKind.UNCHANGED
    return PlannedRow(kind, row.line, key, known.label, "", tuple(changes))


def _unknown(key: str) -> str:
    if not key:
        return _("Die Kennung fehlt. Neue Einträge werden auf ihrer eigenen Seite erfasst, nicht eingelesen.")
    return _("Einen Eintrag mit der Kennung „%(key)s“ gibt es nicht.") % {"key": key[:40]}


def _fault(known: Known, name: str, before: str, after: str) -> str:
    """Why a change cannot be taken over; empty when it can."""
    label = {**INSTITUTION_COLUMNS, **PERSON_COLUMNS}[name]
    if name in _WITH_ZERO and after and re.sub(r"\D", "", before).lstrip("0") == after and before != after:
        text = _(
            "In „%(column)s“ ist die führende Null verloren („%(before)s“ wurde „%(after)s“). Formatieren Sie die Spalte als Text."
        )
        return text % {"column": label, "before": before, "after": after}
    if name in EXPLAINING:
        return _("„%(column)s“ erklärt die Zeile nur und ändert sich nicht durch die Tabelle.") % {
            "column": label
        }
    if known.is_official and name in OFFICIAL:
        text = _(
            "„%(column)s“ kommt aus der amtlichen Schulliste und ändert sich nur mit dem nächsten Import."
        )
        return text % {"column": label}
    if len(after) > _LONGEST.get(name, len(after)):
        return _("„%(field)s“ ist länger als %(limit)s Zeichen.") % {"field": label, "limit": _LONGEST[name]}
    return ""
