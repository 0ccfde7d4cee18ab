"""When a body owes its yearly report.

Source: Duisburg (each Handlungsforum reports to the Lenkungskreis at least once a year) and Steinfurt (yearly report to
the Bildungskonferenz), domain report, 1.3. Without another day the report is due at the end of the school year, 31 July
(§ 7 SchulG NRW).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN_AHEAD = 30
"""So many days before it is due a report is shown as coming."""


def first_due(on: date) -> date:
    """The end of the school year of a day."""
    end = date(on.year, 7, 31)
    return end if on <= end else end.replace(year=on.year + 1)


def due_days(first: date, until: date) -> tuple[date, ...]:
    """Every day on which a report is due, from the first to the last one not after `until`, plus the next one."""
    days = [first]
    while days[-1] <= until:
        days.append(_in_year(first, days[-1].year + 1))
    return tuple(days)


def _in_year(day: date, year: int) -> date:
    """The same day in another year; 29 February becomes 28 February where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a body stands with its reports: the missing ones, oldest first, and the next one."""

    missing: tuple[date, ...]
    next_due: date | None

    @property
    def is_late(self) -> bool:
        return bool(self.missing)


def standing(first: date | None, given: Iterable[date], on: date) -> Standing:
    """In: the first due day (None: no duty), the due days for which a report was given. The due day itself is in time."""
    if first is None:
        return Standing((), None)
    done = frozenset(given)
    open_days = [day for day in due_days(first, on) if day not in done]
    missing = tuple(day for day in open_days if day < on)
    coming = [day for day in open_days if day >= on]
    return Standing(missing, min(coming, default=None))
