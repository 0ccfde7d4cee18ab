"""Periods in which decisions are counted, council terms, and decisions that overtake others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.decision_kinds import DecisionState, Outcome
from bildungsnetz.governance.domain.decision_links import Linked, refuse_link
from bildungsnetz.governance.domain.decision_numbers import Numbering, Term, period_of, refuse_term

TERMS = (
    Term("XVI", date(2020, 11, 1), date(2025, 10, 31)),
    Term("XVII", date(2025, 11, 1), date(2030, 10, 31)),
)
N = Numbering


@pytest.mark.parametrize(
    ("numbering", "on", "label"),
    [
        (N.CALENDAR_YEAR, date(2026, 1, 1), "2026"),
        (N.CALENDAR_YEAR, date(2026, 12, 31), "2026"),
        (N.SCHOOL_YEAR, date(2026, 7, 31), "2025-26"),
        (N.SCHOOL_YEAR, date(2026, 8, 1), "2026-27"),
        (N.SCHOOL_YEAR, date(2099, 12, 1), "2099-00"),
        (N.COUNCIL_TERM, date(2025, 10, 31), "XVI"),
        (N.COUNCIL_TERM, date(2025, 11, 1), "XVII"),
        (N.COUNCIL_TERM, date(2030, 11, 1), None),
    ],
)
def test_periods(numbering: Numbering, on: date, label: str | None) -> None:
    assert period_of(numbering, on, TERMS) == label


@given(st.dates(date(2000, 1, 1), date(2080, 1, 1)), st.sampled_from([N.CALENDAR_YEAR, N.SCHOOL_YEAR]))
def test_every_day_lies_in_a_period_that_lasts_a_year(on: date, numbering: Numbering) -> None:
    label = period_of(numbering, on)
    assert label is not None
    assert period_of(numbering, date.fromordinal(on.toordinal() + 366)) != label


@pytest.mark.parametrize(
    ("label", "starts", "ends", "codes"),
    [
        ("XVIII", date(2030, 11, 1), date(2035, 10, 31), []),
        ("XVIII", date(2030, 10, 31), date(2035, 10, 31), ["overlap"]),
        ("XVII", date(2030, 11, 1), date(2035, 10, 31), ["label_taken"]),
        ("Wahl periode", date(2030, 11, 1), date(2035, 10, 31), ["label_wrong"]),
        ("", date(2030, 11, 1), date(2035, 10, 31), ["label_wrong"]),
        ("XVIII", date(2030, 11, 1), date(2030, 10, 31), ["ends_before_start"]),
    ],
)
def test_terms(label: str, starts: date, ends: date, codes: list[str]) -> None:
    assert [refusal.code for refusal in refuse_term(Term(label, starts, ends), TERMS)] == codes


EARLIER = Linked("1", "b", Outcome.ADOPTED, DecisionState.RECORDED, date(2026, 1, 1))
LATER = Linked("2", "b", Outcome.ADOPTED_WITH_RESERVATION, DecisionState.RECORDED, date(2026, 3, 1))


@pytest.mark.parametrize(
    ("later", "earlier", "is_allowed"),
    [
        (LATER, EARLIER, True),
        (LATER, replace(EARLIER, decided_on=LATER.decided_on), True),
        (LATER, replace(EARLIER, is_closed=True), True),
        (replace(LATER, is_closed=True), replace(EARLIER, is_closed=True), True),
        (replace(LATER, is_closed=True), EARLIER, False),
        (LATER, LATER, False),
        (LATER, replace(EARLIER, body="c"), False),
        (LATER, replace(EARLIER, decided_on=date(2026, 3, 2)), False),
        (LATER, replace(EARLIER, outcome=Outcome.NO_CONSENSUS), False),
        (LATER, replace(EARLIER, state=DecisionState.REVOKED), False),
        (replace(LATER, outcome=Outcome.NO_CONSENSUS), EARLIER, False),
        (replace(LATER, state=DecisionState.SUPERSEDED), EARLIER, False),
    ],
)
def test_what_overtakes_what(later: Linked, earlier: Linked, is_allowed: bool) -> None:
    assert (refuse_link(later, earlier) == []) is is_allowed
