"""The plan of an import: what the official list would change, row by row, before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.official import OfficialFacts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.utils.functional import _StrPromise


class RowKind(StrEnum):
    """What the plan says about one row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    MISSING = "missing"


ROW_KIND_NAMES: Final[dict[RowKind, _StrPromise]] = {
    RowKind.NEW: _("neu"),
    RowKind.CHANGED: _("geändert"),
    RowKind.UNCHANGED: _("unverändert"),
    RowKind.REFUSED: _("abgelehnt"),
    RowKind.MISSING: _("nicht in der Liste"),
}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of the file that could be read."""

    line: int
    facts: OfficialFacts


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row of the file that cannot be taken over, with the reason as a German sentence."""

    line: int
    number: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class OfficialList:
    """What a file says about one Kreis. `elsewhere` counts the rows of other Kreise, which are left alone.

    `untold` are the facts that this list never tells, `encoding` names what the file was in if not UTF-8.
    """

    source: str
    district: str
    read: tuple[ReadRow, ...]
    refused: tuple[RefusedRow, ...]
    elsewhere: int
    untold: frozenset[str] = frozenset()
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one institution: before and after, as stored values."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One line of the plan. `facts` is set where something would be written."""

    kind: RowKind
    line: int | None
    number: str
    label: str
    facts: OfficialFacts | None = None
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All rows: those of the file in its order, then those that the register has and the file has not."""

    rows: tuple[PlannedRow, ...]

    def counts(self) -> dict[RowKind, int]:
        """How many rows of each kind, every kind present."""
        found = Counter(row.kind for row in self.rows)
        return {kind: found[kind] for kind in RowKind}

    @property
    def writes(self) -> tuple[PlannedRow, ...]:
        """The rows a commit carries out: new and changed ones."""
        return tuple(row for row in self.rows if row.kind in (RowKind.NEW, RowKind.CHANGED))


def compare(
    read: Iterable[ReadRow],
    refused: Iterable[RefusedRow],
    present: Mapping[str, OfficialFacts],
    untold: frozenset[str] = frozenset(),
) -> ImportPlan:
    """Compare the rows of a file with the present state, keyed by school number.

    An institution that the file does not name is only reported, never changed: the official lists disagree with one
    another (year, closed schools), so a person has to look. A row that was refused does not make its institution
    missing. What a list never tells stays as it is.
    """
    taken = [_compare_row(row, present.get(row.facts.number), untold) for row in read]
    turned_down = [PlannedRow(RowKind.REFUSED, r.line, r.number, r.label, reason=r.reason) for r in refused]
    in_file = sorted((*taken, *turned_down), key=lambda row: row.line or 0)
    named = {row.number for row in in_file}
    missing = [
        PlannedRow(RowKind.MISSING, None, number, facts.name)
        for number, facts in sorted(present.items())
        if number not in named
    ]
    return ImportPlan((*in_file, *missing))


def changes_between(before: OfficialFacts, after: OfficialFacts) -> tuple[FieldChange, ...]:
    """The fields in which two descriptions differ, in the order of the description, values as stored."""
    old, new = before.as_json(), after.as_json()
    names = (field.name for field in fields(OfficialFacts))
    return tuple(FieldChange(name, old[name], new[name]) for name in names if old[name] != new[name])


def _compare_row(row: ReadRow, known: OfficialFacts | None, untold: frozenset[str]) -> PlannedRow:
    facts = row.facts
    if known is None:
        return PlannedRow(RowKind.NEW, row.line, facts.number, facts.name, facts)
    facts = replace(facts, **{name: getattr(known, name) for name in untold})
    changes = changes_between(known, facts)
    kind = RowKind.CHANGED if changes else RowKind.UNCHANGED
    return PlannedRow(kind, row.line, facts.number, facts.name, facts if changes else None, changes)
