"""When a mandate, a deputyship or a chair may be entered."""

from __future__ import annotations

from datetime import date

import pytest

from bildungsnetz.governance.domain.mandates import (
    DeputySpan,
    next_rank,
    refuse_deputy,
    refuse_new_mandate,
    refuse_outside_mandate,
    refuse_outside_rule,
)
from bildungsnetz.governance.domain.seats import MandateSpan, SeatRule, common_span

JANUARY, MARCH, JULY, DECEMBER = (date(2026, month, 1) for month in (1, 3, 7, 12))


def rule(start: date | None = None, end: date | None = None) -> SeatRule:
    return SeatRule("kreis", "kommune", "Kreis", 1, 1, valid_from=start, valid_until=end)


@pytest.mark.parametrize(
    ("spans", "shared"),
    [
        ([(JANUARY, None)], (JANUARY, None)),
        ([(JANUARY, None), (MARCH, JULY)], (MARCH, JULY)),
        ([(JANUARY, JULY), (JULY, None)], (JULY, JULY)),
        ([(JANUARY, MARCH), (JULY, None)], None),
    ],
)
def test_common_days(spans: list[tuple[date, date | None]], shared: tuple[date, date | None] | None) -> None:
    assert common_span(*spans) == shared


@pytest.mark.parametrize(
    ("versions", "ends_on", "expected"),
    [
        ([rule()], None, []),
        ([rule(MARCH)], None, []),
        ([rule(JULY)], None, [("before_rule", "starts_on")]),
        ([rule(None, JULY)], JULY, []),
        ([rule(None, JULY)], None, [("after_rule", "ends_on")]),
        ([rule(None, JULY)], DECEMBER, [("after_rule", "ends_on")]),
        ([rule(None, JULY), rule(date(2026, 7, 2))], None, []),
    ],
)
def test_the_seat_exists_all_the_time(
    versions: list[SeatRule], ends_on: date | None, expected: list[tuple[str, str]]
) -> None:
    found = refuse_outside_rule(versions, MARCH, ends_on)
    assert [(refusal.code, refusal.field) for refusal in found] == expected


def test_what_is_wrong_with_a_mandate_stands_at_its_field() -> None:
    new = MandateSpan("kreis", "1", MARCH)
    other_seat = MandateSpan("staedte", "1", JANUARY, JULY)
    found = [
        refuse_new_mandate(MandateSpan("kreis", "1", MARCH, JANUARY), [rule()], []),
        refuse_new_mandate(new, [rule()], [MandateSpan("kreis", "1", JULY)]),
        refuse_new_mandate(new, [rule()], [other_seat]),
        refuse_new_mandate(new, [rule(JULY)], []),
        refuse_new_mandate(MandateSpan("kreis", "1", DECEMBER), [rule()], [other_seat]),
    ]
    assert [[(refusal.code, refusal.field) for refusal in refusals] for refusals in found] == [
        [("ends_before_start", "ends_on")],
        [("already_seated", "starts_on")],
        [("seated_twice", "person")],
        [("before_rule", "starts_on")],
        [],
    ]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "expected"),
    [
        (MARCH, None, []),
        (MARCH, JULY, []),
        (JULY, None, []),
        (JANUARY, None, [("before_mandate", "starts_on")]),
        (DECEMBER, None, [("after_mandate", "starts_on")]),
        (MARCH, DECEMBER, [("after_mandate", "ends_on")]),
        (JULY, MARCH, [("ends_before_start", "ends_on")]),
    ],
)
def test_deputies_and_chairs_stay_within_the_mandate(
    starts_on: date, ends_on: date | None, expected: list[tuple[str, str]]
) -> None:
    found = refuse_outside_mandate(MandateSpan("kreis", "1", MARCH, JULY), starts_on, ends_on)
    assert [(refusal.code, refusal.field) for refusal in found] == expected


@pytest.mark.parametrize(
    ("person", "rank", "starts_on", "expected"),
    [
        ("9", 2, MARCH, []),
        ("1", 2, MARCH, [("own_deputy", "person")]),
        ("2", 2, MARCH, [("deputy_twice", "person")]),
        ("9", 1, MARCH, [("rank_taken", "rank")]),
        ("2", 1, DECEMBER, []),
    ],
)
def test_deputies(person: str, rank: int, starts_on: date, expected: list[tuple[str, str]]) -> None:
    mandate = MandateSpan("kreis", "1", JANUARY)
    others = [DeputySpan("2", 1, JANUARY, JULY)]
    found = refuse_deputy(DeputySpan(person, rank, starts_on), mandate, others)
    assert [(refusal.code, refusal.field) for refusal in found] == expected


def test_the_next_place_comes_after_those_of_the_same_time() -> None:
    others = [DeputySpan("2", 1, JANUARY, JULY), DeputySpan("3", 2, JANUARY)]
    assert (
        next_rank([], MARCH, None),
        next_rank(others, MARCH, None),
        next_rank(others[:1], DECEMBER, None),
    ) == (1, 3, 1)
