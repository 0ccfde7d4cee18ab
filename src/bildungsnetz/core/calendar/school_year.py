"""The school year: 1 August to 31 July.

Source: § 7 Abs. 1 SchulG NRW.
"""

from dataclasses import dataclass
from datetime import date

_FIRST_MONTH = 8


@dataclass(frozen=True, order=True, slots=True)
class SchoolYear:
    """A school year, known by the year in which it begins."""

    start: int

    @property
    def first_day(self) -> date:
        return date(self.start, _FIRST_MONTH, 1)

    @property
    def last_day(self) -> date:
        return date(self.start + 1, _FIRST_MONTH - 1, 31)

    @property
    def next(self) -> "SchoolYear":
        return SchoolYear(self.start + 1)

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def __str__(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02d}"


def school_year_of(day: date) -> SchoolYear:
    return SchoolYear(day.year if day.month >= _FIRST_MONTH else day.year - 1)
