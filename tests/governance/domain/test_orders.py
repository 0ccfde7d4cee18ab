"""Orders: steps, what they need, and the traffic light."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome
from bildungsnetz.governance.domain.orders import (
    ORDER_STEPS,
    DecisionSource,
    OrderState,
    OrderTerms,
    UrgentSource,
    refuse_order,
)

S = OrderState
ISSUED, DUE = date(2026, 3, 1), date(2026, 9, 1)
ADOPTED = DecisionSource(Outcome.ADOPTED, DecisionRule.CONSENSUS_SIDES)
GOOD = OrderTerms(ADOPTED, "bildungsbuero", "Konzept für den Übergang", ISSUED, DUE, (date(2026, 6, 1),))
WITHOUT_TEXT = {
    (S.ISSUED, S.ACCEPTED),
    (S.ACCEPTED, S.IN_PROGRESS),
    (S.DELIVERED, S.ACCEPTED_BY_BODY),
    (S.RETURNED, S.IN_PROGRESS),
    (S.ACCEPTED_BY_BODY, S.CLOSED),
}
WITH_TEXT = {
    (S.IN_PROGRESS, S.DELIVERED),
    (S.DELIVERED, S.RETURNED),
    *((state, S.WITHDRAWN) for state in (S.ISSUED, S.ACCEPTED, S.IN_PROGRESS, S.RETURNED)),
}


@pytest.mark.parametrize("source", S)
@pytest.mark.parametrize("target", S)
def test_every_pair_of_states(source: OrderState, target: OrderState) -> None:
    silent, explained = (ORDER_STEPS.refuse(source, target, text) for text in ("", "Begründung"))
    assert (silent is None) is ((source, target) in WITHOUT_TEXT)
    assert (explained is None) is ((source, target) in WITHOUT_TEXT | WITH_TEXT)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (GOOD, []),
        (
            replace(
                GOOD, source=DecisionSource(Outcome.ADOPTED_WITH_RESERVATION, DecisionRule.CONSENSUS_SIDES)
            ),
            [],
        ),
        (replace(GOOD, source=None), [("source_not_adopted", "decision")]),
        (
            replace(GOOD, source=DecisionSource(Outcome.NO_CONSENSUS, DecisionRule.CONSENSUS_SIDES)),
            [("source_not_adopted", "decision")],
        ),
        (
            replace(GOOD, source=DecisionSource(Outcome.ADOPTED, DecisionRule.SIMPLE_MAJORITY)),
            [("source_not_adopted", "decision")],
        ),
        (replace(GOOD, source=UrgentSource(("land", "kommune"), frozenset({"land", "kommune"}))), []),
        (
            replace(GOOD, source=UrgentSource(("land", "kommune"), frozenset({"land"}))),
            [("source_not_adopted", "decision")],
        ),
        (replace(GOOD, source=UrgentSource((), frozenset())), [("source_not_adopted", "decision")]),
        (replace(GOOD, assignee_key=""), [("assignee_missing", "assignee")]),
        (replace(GOOD, goal="  "), [("goal_missing", "goal")]),
        (replace(GOOD, due_on=ISSUED, report_dates=(ISSUED,)), []),
        (
            replace(GOOD, due_on=ISSUED - timedelta(1), report_dates=(ISSUED,)),
            [("due_before_issue", "due_on")],
        ),
        (replace(GOOD, report_dates=()), [("report_date_missing", "report_dates")]),
        (replace(GOOD, report_dates=(ISSUED, DUE + timedelta(42))), []),
        (replace(GOOD, report_dates=(ISSUED - timedelta(1),)), [("report_date_outside", "report_dates")]),
        (replace(GOOD, report_dates=(DUE + timedelta(43),)), [("report_date_outside", "report_dates")]),
        (replace(GOOD, report_dates=(DUE, DUE)), [("report_date_twice", "report_dates")]),
        (
            OrderTerms(None, "", "", ISSUED, ISSUED - timedelta(1), ()),
            [
                ("source_not_adopted", "decision"),
                ("assignee_missing", "assignee"),
                ("goal_missing", "goal"),
                ("due_before_issue", "due_on"),
                ("report_date_missing", "report_dates"),
            ],
        ),
    ],
)
def test_what_an_order_needs(terms: OrderTerms, expected: list[tuple[str, str]]) -> None:
    assert [(refusal.code, refusal.field) for refusal in refuse_order(terms)] == expected


def test_the_allowed_days_are_named() -> None:
    (refusal,) = refuse_order(replace(GOOD, report_dates=(date(2027, 1, 1),)))
    assert refusal.text == "Berichtstermine liegen zwischen dem 01.03.2026 und dem 13.10.2026."


@given(st.sampled_from(Outcome), st.sampled_from(DecisionRule))
def test_an_order_comes_only_from_consensus(outcome: Outcome, rule: DecisionRule) -> None:
    is_allowed = not refuse_order(replace(GOOD, source=DecisionSource(outcome, rule)))
    is_adopted = outcome in {Outcome.ADOPTED, Outcome.ADOPTED_WITH_RESERVATION}
    assert is_allowed is (is_adopted and rule is DecisionRule.CONSENSUS_SIDES)
