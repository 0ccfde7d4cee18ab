"""Seat rules and mandates: numbers, days, overlaps."""

from __future__ import annotations

from datetime import date

import pytest

from bildungsnetz.governance.domain.seats import MandateSpan, SeatRule, refuse_mandate, refuse_seat_rule
from bildungsnetz.governance.domain.sides import KOMMUNE

JAN, JUN, JUL, DEC = date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("minimum", "maximum", "valid_from", "valid_until", "expected"),
    [
        (0, 3, None, None, []),
        (1, 1, JAN, JAN, []),
        (-1, 3, None, None, ["minimum"]),
        (0, 0, None, None, ["maximum"]),
        (2, 1, None, None, ["maximum"]),
        (1, 2, JUL, JUN, ["valid_until"]),
        (-1, -2, JUL, JUN, ["minimum", "maximum", "valid_until"]),
    ],
)
def test_seat_rule(
    minimum: int, maximum: int, valid_from: date | None, valid_until: date | None, expected: list[str]
) -> None:
    rule = SeatRule(
        "kreis", KOMMUNE, "Kreis", minimum, maximum, valid_from=valid_from, valid_until=valid_until
    )
    assert [refusal.field for refusal in refuse_seat_rule(rule)] == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2025, 12, 31), False), (JAN, True), (JUN, True), (JUL, False)],
)
def test_both_ends_of_a_mandate_count(on: date, expected: bool) -> None:
    assert MandateSpan("kreis", "anna", JAN, JUN).runs_on(on) is expected


@pytest.mark.parametrize(
    ("new", "codes"),
    [
        (MandateSpan("kreis", "anna", JUL, DEC), []),
        (MandateSpan("kreis", "anna", JUN, DEC), ["already_seated"]),
        (MandateSpan("kreis", "anna", date(2025, 1, 1), None), ["already_seated"]),
        (MandateSpan("kreis", "bert", JAN, None), []),
        (MandateSpan("staedte", "anna", JAN, None), []),
        (MandateSpan("kreis", "anna", JUL, JUN), ["ends_before_start"]),
    ],
)
def test_new_mandate(new: MandateSpan, codes: list[str]) -> None:
    old = MandateSpan("kreis", "anna", JAN, JUN)
    assert [refusal.code for refusal in refuse_mandate(new, (old,))] == codes
