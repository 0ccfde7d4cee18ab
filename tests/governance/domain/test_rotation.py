"""The calendar of a rotating seat, by cases and over random plans; the composition check agrees on every day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.composition import SeatStatus, check
from bildungsnetz.governance.domain.rotation import Turn, months_later, refuse_rotation, turns
from bildungsnetz.governance.domain.seats import MandateSpan, SeatRule

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
crews = st.lists(st.sampled_from("abcdef"), min_size=2, max_size=6, unique=True)


def test_three_cities_in_turn() -> None:
    assert turns("abc", date(2026, 1, 1), 12, date(2029, 6, 30)) == (
        Turn("a", date(2026, 1, 1), date(2026, 12, 31)),
        Turn("b", date(2027, 1, 1), date(2027, 12, 31)),
        Turn("c", date(2028, 1, 1), date(2028, 12, 31)),
        Turn("a", date(2029, 1, 1), date(2029, 6, 30)),
    )


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2026, 8, 1), 6, date(2027, 2, 1)),
        (date(2026, 8, 1), 0, date(2026, 8, 1)),
    ],
)
def test_months_of_different_length(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("people", "months", "until", "code"),
    [
        ("a", 12, date(2030, 1, 1), "too_few"),
        ("aba", 12, date(2030, 1, 1), "named_twice"),
        ("ab", 0, date(2030, 1, 1), "too_short"),
        ("ab", 12, date(2025, 12, 31), "ends_before_start"),
        ("ab", 1, date(2031, 1, 1), "too_long"),
        ("ab", 1, date(2030, 12, 31), None),
    ],
)
def test_what_a_plan_needs(people: str, months: int, until: date, code: str | None) -> None:
    refused = refuse_rotation(people, date(2026, 1, 1), months, until)
    assert [refusal.code for refusal in refused] == ([code] if code else [])


@given(crews, days, st.integers(1, 36), st.integers(0, 2000))
def test_no_gap_no_overlap_everybody_in_order(
    people: list[str], starts_on: date, months: int, length: int
) -> None:
    until = starts_on + timedelta(days=length)
    plan = turns(people, starts_on, months, until)
    assert (plan[0].starts_on, plan[-1].ends_on) == (starts_on, until)
    assert all(turn.starts_on <= turn.ends_on for turn in plan)
    for place, (one, following) in enumerate(pairwise(plan)):
        assert following.starts_on == one.ends_on + timedelta(days=1)
        assert one.person_key == people[place % len(people)]


@given(crews, days, st.integers(1, 36), st.integers(0, 2000), st.integers(-40, 2040))
def test_exactly_one_sits_there_on_each_day(
    people: list[str], starts_on: date, months: int, length: int, offset: int
) -> None:
    until, on = starts_on + timedelta(days=length), starts_on + timedelta(days=offset)
    spans = [
        MandateSpan("staedte", turn.person_key, turn.starts_on, turn.ends_on)
        for turn in turns(people, starts_on, months, until)
    ]
    finding = check([SeatRule("staedte", "kommune", "Städte", 1, 1)], spans, on).findings[0]
    expected = SeatStatus.VACANT if on < starts_on else SeatStatus.OK if on <= until else SeatStatus.EXPIRED
    assert finding.status is expected
    assert finding.filled == (1 if expected is SeatStatus.OK else 0)
