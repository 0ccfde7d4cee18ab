from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.core.calendar import SchoolYear
from bildungsnetz.governance.domain.annual_plan import (
    ProposedDay,
    Rhythm,
    day_of_rhythm,
    is_due,
    propose,
    refuse_blocked,
    refuse_rhythm,
)

YEAR = SchoolYear(2026)
WEDNESDAYS = Rhythm((9, 12, 3, 6), weekday=2, week=2)


@pytest.mark.parametrize(
    ("month", "weekday", "week", "day"),
    [
        (9, 2, 1, date(2026, 9, 2)),
        (9, 2, 2, date(2026, 9, 9)),
        (9, 1, 1, date(2026, 9, 1)),
        (9, 0, 5, date(2026, 9, 28)),
        (9, 2, 5, date(2026, 9, 30)),
        (10, 4, 5, date(2026, 10, 30)),
    ],
)
def test_the_day_of_a_rhythm(month: int, weekday: int, week: int, day: date) -> None:
    assert day_of_rhythm(2026, month, Rhythm((month,), weekday, week)) == day


def test_the_months_follow_the_school_year() -> None:
    found = propose(WEDNESDAYS, YEAR.first_day, YEAR.last_day, {})
    assert [day.on for day in found] == [
        date(2026, 9, 9),
        date(2026, 12, 9),
        date(2027, 3, 10),
        date(2027, 6, 9),
    ]


def test_a_blocked_day_goes_to_the_nearest_free_week() -> None:
    october = Rhythm((10,), weekday=2, week=3)
    autumn = {date(2026, 10, 17) + timedelta(days=n): "Herbstferien" for n in range(15)}
    assert propose(october, YEAR.first_day, YEAR.last_day, autumn) == [
        ProposedDay(date(2026, 10, 14), date(2026, 10, 21), "Herbstferien")
    ]


def test_where_no_week_is_free_the_wanted_day_stays_blocked() -> None:
    summer = {date(2027, 7, 1) + timedelta(days=n): "Sommerferien" for n in range(31)}
    found = propose(Rhythm((7,), 2, 4), YEAR.first_day, YEAR.last_day, summer)
    assert found == [ProposedDay(date(2027, 7, 28), date(2027, 7, 28), "Sommerferien")]


MONTHS = st.sets(st.integers(1, 12), min_size=1)
BLOCKED = st.sets(st.integers(0, 364))


@given(MONTHS, st.integers(0, 4), st.integers(1, 5), BLOCKED)
def test_proposals_lie_in_the_year_on_the_weekday_and_avoid_blocked_days(
    months: set[int], weekday: int, week: int, blocked: set[int]
) -> None:
    days = {YEAR.first_day + timedelta(days=n): "frei" for n in blocked}
    found = propose(Rhythm(tuple(months), weekday, week), YEAR.first_day, YEAR.last_day, days)
    assert [day.wanted.month for day in found] == sorted(months, key=lambda month: (month - 8) % 12)
    for day in found:
        assert day.on in YEAR
        assert (day.on.weekday(), day.wanted.weekday()) == (weekday, weekday)
        assert abs(day.on - day.wanted) <= timedelta(weeks=2)
        assert day.on not in days or not day.is_moved
        assert bool(day.blocked) is (day.wanted in days)


@pytest.mark.parametrize(
    ("reason", "codes"), [("", ["day_blocked"]), (" ", ["day_blocked"]), ("Gastgeber", [])]
)
def test_a_blocked_day_needs_a_reason(reason: str, codes: list[str]) -> None:
    on = date(2026, 10, 20)
    refused = refuse_blocked(on, {on: "Herbstferien"}, reason)
    assert [refusal.code for refusal in refused] == codes
    assert refuse_blocked(on, {}, "") == []


@pytest.mark.parametrize(
    ("months", "minutes", "codes"),
    [((), 120, ["no_month"]), ((9,), 14, ["duration"]), ((9,), 721, ["duration"]), ((9,), 15, [])],
)
def test_a_template_makes_sense(months: tuple[int, ...], minutes: int, codes: list[str]) -> None:
    assert [refusal.code for refusal in refuse_rhythm(months, minutes)] == codes


@pytest.mark.parametrize(
    ("recurrence", "every", "number", "is_first", "due"),
    [
        ("every", 1, 7, False, True),
        ("yearly", 1, 7, False, False),
        ("yearly", 1, 7, True, True),
        ("nth", 3, 6, False, True),
        ("nth", 3, 7, True, False),
    ],
)
def test_when_an_item_comes_back(
    recurrence: str, every: int, number: int, *, is_first: bool, due: bool
) -> None:
    assert is_due(recurrence, every, number=number, is_first_of_year=is_first) is due
