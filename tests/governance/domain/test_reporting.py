"""When a body owes its report."""

from __future__ import annotations

from datetime import date

import pytest

from bildungsnetz.governance.domain.reporting import Standing, due_days, first_due, standing

FIRST = date(2024, 7, 31)


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2026, 3, 4), date(2026, 7, 31)),
        (date(2026, 7, 31), date(2026, 7, 31)),
        (date(2026, 8, 1), date(2027, 7, 31)),
    ],
)
def test_the_end_of_the_school_year(on: date, due: date) -> None:
    assert first_due(on) == due


def test_every_year_on_the_same_day() -> None:
    assert due_days(FIRST, date(2026, 3, 4)) == (FIRST, date(2025, 7, 31), date(2026, 7, 31))
    leap = date(2024, 2, 29)
    assert due_days(leap, date(2028, 1, 1)) == (
        leap, date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "on", "expected"),
    [
        ([], date(2024, 7, 31), Standing((), FIRST)),
        ([], date(2024, 8, 1), Standing((FIRST,), date(2025, 7, 31))),
        ([FIRST], date(2024, 8, 1), Standing((), date(2025, 7, 31))),
        ([date(2025, 7, 31)], date(2025, 8, 1), Standing((FIRST,), date(2026, 7, 31))),
        ([FIRST], date(2024, 5, 1), Standing((), None)),
    ],
)
def test_what_is_missing(given: list[date], on: date, expected: Standing) -> None:
    assert standing(FIRST, given, on) == expected


def test_without_duty_nothing_is_owed() -> None:
    assert standing(None, [], date(2026, 3, 4)) == Standing((), None)
