"""The lines of an import plan as a page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from bildungsnetz.network.domain.import_plan import ROW_KIND_NAMES, RowKind
from bildungsnetz.network.domain.offers import OFFER_NAMES
from bildungsnetz.network.domain.official import FACT_NAMES, shown_value
from bildungsnetz.network.domain.sheets import INSTITUTION_COLUMNS, PERSON_COLUMNS
from bildungsnetz.network.models import ImportRow, OfferImportRow, SheetImportRow

TONES = {
    RowKind.NEW: "success",
    RowKind.CHANGED: "info",
    RowKind.UNCHANGED: "quiet",
    RowKind.REFUSED: "danger",
    RowKind.MISSING: "warning",
}


@dataclass(frozen=True, slots=True)
class Change:
    field: str | Promise
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    line: int | None
    number: str
    label: str
    kind: str | Promise
    tone: str
    reason: str
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class PlanFigure:
    key: str
    name: str | Promise
    count: int


def lines(rows: Iterable[ImportRow]) -> list[PlanLine]:
    """The lines with names for keys; a missing institution says what that means."""
    return [_line(row) for row in rows]


def figures(counts: dict[RowKind, int]) -> list[PlanFigure]:
    return [PlanFigure(kind.value, ROW_KIND_NAMES[kind], count) for kind, count in counts.items()]


def _line(row: ImportRow) -> PlanLine:
    kind = RowKind(row.kind)
    reason = row.reason
    if kind is RowKind.MISSING:
        reason = _("Steht im Register, aber nicht in dieser Liste. Der Eintrag bleibt, wie er ist.")
    changes = [
        Change(FACT_NAMES[field], shown_value(field, before), shown_value(field, after))
        for field, before, after in row.changes
    ]
    return PlanLine(row.line, row.number, row.label, ROW_KIND_NAMES[kind], TONES[kind], reason, changes)


def offer_lines(rows: Iterable[OfferImportRow]) -> list[PlanLine]:
    """The lines of an import of offers in the same shape; their changes are stored as people read them."""
    return [_offer_line(row) for row in rows]


def sheet_lines(rows: Iterable[SheetImportRow]) -> list[PlanLine]:
    """The lines of a table that came back in the same shape."""
    return [_sheet_line(row) for row in rows]


def _sheet_line(row: SheetImportRow) -> PlanLine:
    kind = RowKind(row.kind)
    names = {**INSTITUTION_COLUMNS, **PERSON_COLUMNS}
    changes = [Change(names[name], before or "–", after or "–") for name, before, after in row.changes]
    return PlanLine(row.line, row.key, row.label, ROW_KIND_NAMES[kind], TONES[kind], row.reason, changes)


def _offer_line(row: OfferImportRow) -> PlanLine:
    kind = RowKind(row.kind)
    reason = row.reason
    if kind is RowKind.MISSING:
        reason = _("Steht im Register, aber nicht in dieser Liste. Der Eintrag bleibt, wie er ist.")
    changes = [Change(OFFER_NAMES[name], before, after) for name, before, after in row.changes]
    return PlanLine(row.line, row.reference, row.label, ROW_KIND_NAMES[kind], TONES[kind], reason, changes)
