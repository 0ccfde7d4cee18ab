"""What belongs to the accountability report of a school year.

Source: steering cycle of the network (the Lenkungskreis answers for what became of the recommendations of the conference,
of its orders and of the measures that carry them out); the school year after § 7 Abs. 1 SchulG NRW.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

REPORTED_YEARS = 6


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something was worked on; `ended_on` None means no end is known."""

    began_on: date
    ended_on: date | None
    is_over: bool

    def touches(self, first_day: date, last_day: date) -> bool:
        """Whether it was worked on in these days; what is over without a known end counts where it began."""
        if self.began_on > last_day:
            return False
        if self.ended_on is not None:
            return self.ended_on >= first_day
        return not self.is_over or self.began_on >= first_day


@dataclass(frozen=True, slots=True)
class Line:
    """An order or a measure in the report; `pk` for its link."""

    pk: int
    title: str
    state: str
    is_confidential: bool = False


@dataclass(frozen=True, slots=True)
class StateGroup:
    """All with one state."""

    label: str
    lines: tuple[Line, ...]

    @property
    def count(self) -> int:
        return len(self.lines)


def by_state(lines: Iterable[Line], states: Iterable[tuple[str, object]]) -> tuple[StateGroup, ...]:
    """The lines by state in the order of the states (value, label); states without a line are left out."""
    known = tuple(lines)
    groups = (
        StateGroup(str(label), tuple(line for line in known if line.state == value))
        for value, label in states
    )
    return tuple(group for group in groups if group.lines)
