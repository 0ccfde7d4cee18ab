"""The comparison of school lists as its page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from bildungsnetz.network.domain.reconciliation import REASON_NAMES, TO_CHECK, Difference
from bildungsnetz.network.domain.school_keys import STATUS_NAMES, OperatingStatus
from bildungsnetz.network.domain.school_lists import SchoolSource
from bildungsnetz.network.models import SchoolListCopy


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One list: its rows, and how many of them are schools in operation or something else."""

    name: str
    as_of: date
    rows: int
    schools: int
    rest: list[tuple[str | Promise, int]]
    copy: SchoolListCopy | None


@dataclass(frozen=True, slots=True)
class ReasonLine:
    source: str
    as_of: date
    reason: str | Promise
    tone: str
    sentence: str


def source_lines(sources: Iterable[SchoolSource], copies: Iterable[SchoolListCopy]) -> list[SourceLine]:
    """The lists in the order of the sources; the register has no copy."""
    kept = {(copy.key, copy.as_of): copy for copy in copies}
    return [_source_line(each, kept.get((each.key.value, each.as_of))) for each in sources]


def reason_lines(difference: Difference) -> list[ReasonLine]:
    return [
        ReasonLine(
            absence.source.name,
            absence.source.as_of,
            REASON_NAMES[absence.reason],
            "warning" if absence.reason in TO_CHECK else "quiet",
            absence.sentence,
        )
        for absence in difference.absences
    ]


def narrowed(found: list[Difference], reason: str) -> list[Difference]:
    """Those with an absence of that reason, or with one that a person has to look at."""
    if reason == "pruefen":
        return [each for each in found if each.is_to_check]
    return [each for each in found if not reason or any(a.reason == reason for a in each.absences)]


def _source_line(source: SchoolSource, copy: SchoolListCopy | None) -> SourceLine:
    offices = sum(each.is_school_office for each in source.entries.values())
    schools = [each for each in source.entries.values() if not each.is_school_office]
    working = sum(each.status in (None, OperatingStatus.IN_OPERATION) for each in schools)
    rest: list[tuple[str | Promise, int]] = [
        (STATUS_NAMES[status], sum(each.status is status for each in schools))
        for status in OperatingStatus
        if status is not OperatingStatus.IN_OPERATION
    ]
    counted = [(name, count) for name, count in (*rest, (_("Schulamt"), offices)) if count]
    return SourceLine(source.name, source.as_of, len(source.entries), working, counted, copy)
