"""The window for objections to minutes (docs/adr/0040): every state, every edge of the days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.minutes_window import (
    after_approval,
    is_final,
    last_day,
    refuse_answer,
    refuse_objection,
)

S = MinutesState
DAY = date(2026, 3, 4)
UNTIL = date(2026, 3, 18)


def test_the_window_counts_the_days_after_the_delivery() -> None:
    assert last_day(DAY, 14) == UNTIL
    assert last_day(date(2026, 2, 20), 14) == date(2026, 3, 6)


@pytest.mark.parametrize(("days", "state"), [(0, S.APPROVED), (1, S.DELIVERED), (14, S.DELIVERED)])
def test_a_body_without_window_has_final_minutes_at_once(days: int, state: MinutesState) -> None:
    assert after_approval(days) is state


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize(
    ("until", "today", "is_over"),
    [(UNTIL, UNTIL, False), (UNTIL, date(2026, 3, 19), True), (None, UNTIL, False)],
)
def test_only_delivered_minutes_become_final_and_only_after_the_last_day(
    state: MinutesState, until: date | None, today: date, is_over: bool
) -> None:
    assert is_final(state, until, today) is (is_over and state is S.DELIVERED)


@pytest.mark.parametrize(
    ("state", "until", "today", "text", "codes"),
    [
        (S.DELIVERED, UNTIL, UNTIL, "TOP 2 fehlt.", []),
        (S.CONTESTED, UNTIL, UNTIL, "TOP 2 fehlt.", []),
        (S.DELIVERED, UNTIL, date(2026, 3, 19), "TOP 2 fehlt.", ["too_late"]),
        (S.DELIVERED, UNTIL, UNTIL, "  ", ["text_missing"]),
        (S.DRAFT, None, UNTIL, "TOP 2 fehlt.", ["no_window"]),
        (S.SUBMITTED, None, UNTIL, "TOP 2 fehlt.", ["no_window"]),
        (S.APPROVED, UNTIL, UNTIL, "TOP 2 fehlt.", ["no_window"]),
    ],
)
def test_objections(
    state: MinutesState, until: date | None, today: date, text: str, codes: list[str]
) -> None:
    assert [refusal.code for refusal in refuse_objection(state, until, today, text)] == codes


@pytest.mark.parametrize("state", S)
def test_answers_need_an_open_objection_and_a_reason(state: MinutesState) -> None:
    is_open = state is S.CONTESTED
    said = [refusal.code for refusal in refuse_answer(state, "So war es.")]
    assert said == ([] if is_open else ["nothing_open"])
    silent = [refusal.code for refusal in refuse_answer(state, " ")]
    assert silent == (["reason_missing"] if is_open else ["nothing_open"])


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60), st.integers(0, 90))
def test_a_day_either_takes_objections_or_makes_final(delivered: date, days: int, later: int) -> None:
    today = date.fromordinal(delivered.toordinal() + later)
    until = last_day(delivered, days)
    may_object = not refuse_objection(S.DELIVERED, until, today, "Text")
    assert may_object is not is_final(S.DELIVERED, until, today)
