"""Composition check: one table per status, then properties over random mandate histories."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.composition import SeatStatus, check
from bildungsnetz.governance.domain.presets import METTMANN_STEERING
from bildungsnetz.governance.domain.seats import MandateSpan, SeatRule
from bildungsnetz.governance.domain.sides import LAND, OFFICE

DAY = date(2026, 3, 1)
START = date(2024, 8, 1)
BEFORE = DAY - timedelta(days=1)
AFTER = DAY + timedelta(days=1)


def span(person: str, starts_on: date = START, ends_on: date | None = None, rule: str = "r") -> MandateSpan:
    return MandateSpan(rule, person, starts_on, ends_on)


@pytest.mark.parametrize(
    ("minimum", "maximum", "mandates", "status", "filled"),
    [
        (1, 3, [], SeatStatus.VACANT, 0),
        (0, 3, [], SeatStatus.OK, 0),
        (1, 3, [span("a")], SeatStatus.OK, 1),
        (1, 1, [span("a", ends_on=DAY)], SeatStatus.OK, 1),
        (1, 1, [span("a", ends_on=BEFORE)], SeatStatus.EXPIRED, 0),
        (0, 1, [span("a", ends_on=BEFORE)], SeatStatus.OK, 0),
        (1, 1, [span("a", starts_on=AFTER)], SeatStatus.VACANT, 0),
        (1, 1, [span("a", ends_on=BEFORE), span("b", starts_on=DAY)], SeatStatus.OK, 1),
        (2, 2, [span("a"), span("b", ends_on=BEFORE)], SeatStatus.EXPIRED, 1),
        (2, 2, [span("a")], SeatStatus.VACANT, 1),
        (1, 1, [span("a"), span("b")], SeatStatus.OVER_FILLED, 2),
        (1, 1, [span("a"), span("a", starts_on=BEFORE)], SeatStatus.OK, 1),
        (1, 1, [span("a", rule="other")], SeatStatus.VACANT, 0),
    ],
)
def test_status_of_a_rule(
    minimum: int, maximum: int, mandates: list[MandateSpan], status: SeatStatus, filled: int
) -> None:
    composition = check([SeatRule("r", LAND, "Schulaufsicht", minimum, maximum)], mandates, DAY)
    assert [(finding.status, finding.filled) for finding in composition.findings] == [(status, filled)]
    assert composition.is_in_order is (status is SeatStatus.OK)


def test_expired_names_the_last_day_and_the_number_missing() -> None:
    mandates = [span("a", ends_on=date(2025, 7, 31)), span("b", ends_on=BEFORE)]
    finding = check([SeatRule("r", LAND, "Schulaufsicht", 2, 3)], mandates, DAY).findings[0]
    assert (finding.last_ended_on, finding.missing, finding.surplus) == (BEFORE, 2, 0)


def test_a_change_of_the_rule_keeps_the_mandates_and_leaves_old_days_alone() -> None:
    old = SeatRule("r", LAND, "Schulaufsicht", 1, 3, valid_until=BEFORE)
    new = SeatRule("r", LAND, "Schulaufsicht", 1, 1, valid_from=DAY)
    mandates = [span("a"), span("b")]
    assert check([old, new], mandates, BEFORE).findings[0].status is SeatStatus.OK
    found = check([old, new], mandates, DAY).findings
    assert [(finding.rule, finding.status, finding.surplus) for finding in found] == [
        (new, SeatStatus.OVER_FILLED, 1)
    ]


@pytest.mark.parametrize(
    ("total_max", "status"), [(3, SeatStatus.OK), (2, SeatStatus.OVER_FILLED), (None, SeatStatus.OK)]
)
def test_total_counts_voting_seats_only(total_max: int | None, status: SeatStatus) -> None:
    rules = [SeatRule("r", LAND, "Schulaufsicht", 1, 3), SeatRule("b", OFFICE, "Büro", 0, 3, advisory=True)]
    mandates = [span("a"), span("b"), span("c"), span("d", rule="b")]
    total = check(rules, mandates, DAY, total_max).total
    assert (total.status, total.filled, total.maximum) == (status, 3, total_max)


def mettmann(**filled: int) -> list[MandateSpan]:
    return [span(f"{rule}{n}", rule=rule) for rule, count in filled.items() for n in range(count)]


def test_mettmann_full() -> None:
    mandates = mettmann(schulaufsicht=3, kreis=1, staedte=3, schulleitungen=2, bildungsbuero=2)
    composition = check(METTMANN_STEERING.seat_rules, mandates, DAY, METTMANN_STEERING.total_max)
    assert composition.is_in_order
    assert composition.total.filled == 11


def test_mettmann_without_cities_is_in_order_and_without_kreis_is_not() -> None:
    rules, total_max = METTMANN_STEERING.seat_rules, METTMANN_STEERING.total_max
    assert check(
        rules, mettmann(schulaufsicht=1, kreis=1, schulleitungen=2, bildungsbuero=2), DAY, total_max
    ).is_in_order
    found = check(
        rules, mettmann(schulaufsicht=4, schulleitungen=1, bildungsbuero=2, staedte=5), DAY, total_max
    )
    assert {finding.rule.key: finding.status for finding in found.findings} == {
        "schulaufsicht": SeatStatus.OVER_FILLED,
        "kreis": SeatStatus.VACANT,
        "staedte": SeatStatus.OVER_FILLED,
        "schulleitungen": SeatStatus.VACANT,
        "bildungsbuero": SeatStatus.OK,
    }
    assert (found.total.status, found.total.filled) == (SeatStatus.OVER_FILLED, 12)


days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
spans = st.builds(
    lambda rule, person, start, length: MandateSpan(
        rule, person, start, None if length is None else start + timedelta(days=length)
    ),
    st.sampled_from([rule.key for rule in METTMANN_STEERING.seat_rules]),
    st.sampled_from("abcdefgh"),
    days,
    st.none() | st.integers(0, 2000),
)
histories = st.lists(spans, max_size=25)


@given(histories, days)
def test_status_says_what_the_numbers_say(history: list[MandateSpan], on: date) -> None:
    for finding in check(METTMANN_STEERING.seat_rules, history, on).findings:
        rule, filled = finding.rule, finding.filled
        assert (finding.status is SeatStatus.OVER_FILLED) == (filled > rule.maximum)
        assert (finding.status is SeatStatus.OK) == (rule.minimum <= filled <= rule.maximum)
        assert (finding.missing > 0) == (finding.status in {SeatStatus.VACANT, SeatStatus.EXPIRED})
        if finding.status is SeatStatus.EXPIRED:
            assert finding.last_ended_on is not None
            assert finding.last_ended_on < on


@given(histories, days, st.randoms(use_true_random=False))
def test_order_of_mandates_does_not_matter(history: list[MandateSpan], on: date, random: object) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert check(METTMANN_STEERING.seat_rules, shuffled, on, 11) == check(
        METTMANN_STEERING.seat_rules, history, on, 11
    )


@given(histories, days, spans)
def test_one_more_mandate_never_empties_a_seat(
    history: list[MandateSpan], on: date, extra: MandateSpan
) -> None:
    before = check(METTMANN_STEERING.seat_rules, history, on)
    after = check(METTMANN_STEERING.seat_rules, [*history, extra], on)
    for old, new in zip(before.findings, after.findings, strict=True):
        assert old.filled <= new.filled <= old.filled + 1
    assert before.total.filled <= after.total.filled <= before.total.filled + 1


@given(histories, days)
def test_mandates_that_start_later_change_nothing(history: list[MandateSpan], on: date) -> None:
    past = [mandate for mandate in history if mandate.starts_on <= on]
    assert check(METTMANN_STEERING.seat_rules, past, on, 11) == check(
        METTMANN_STEERING.seat_rules, history, on, 11
    )
