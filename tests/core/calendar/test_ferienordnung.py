"""The shipped school holidays against what every Land is entitled to: 75 working days a school year, Saturdays included."""

from datetime import date, timedelta

import pytest

from bildungsnetz.core.calendar import public_holidays, school_year_of
from bildungsnetz.core.calendar.ferienordnung import OFFICIAL

# Movable days of each school year: Ferienordnung NRW (BASS 12-65 Nr. 1).
MOVABLE = {2022: 3, 2023: 4, 2024: 4, 2025: 3, 2026: 3, 2027: 3, 2028: 4, 2029: 4}


def days_off(first: date, last: date) -> int:
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    closed = public_holidays(first, last)
    return sum(day.weekday() < 6 and day not in closed for day in days)


@pytest.mark.parametrize(("year", "movable"), MOVABLE.items())
def test_each_school_year_has_its_75_days(year: int, movable: int) -> None:
    rows = [(first, last) for _name, first, last in OFFICIAL if school_year_of(first).start == year]
    assert sum(days_off(first, last) for first, last in rows) + movable == 75
