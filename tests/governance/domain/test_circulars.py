"""When a circular resolution ends, and what comes of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.circulars import (
    CIRCULAR_STEPS,
    CircularState,
    EndReason,
    SeatAnswer,
    counted,
    ending,
    is_over,
    is_reminder_due,
    refuse_answer,
    refuse_start,
)
from bildungsnetz.governance.domain.consensus import Ballot
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome, Position

TODAY, LAST = date(2026, 3, 4), date(2026, 3, 10)
SIDES = ("land", "kommune")
P, S, E = Position, CircularState, EndReason


def seat(position: Position | None, speaks_for: str = "", *, is_held: bool = True) -> SeatAnswer:
    return SeatAnswer(speaks_for or "member", position, speaks_for, "Text", is_held=is_held)


def both(land: Position | None, kommune: Position | None, *others: Position | None) -> list[SeatAnswer]:
    return [seat(land, "land"), seat(kommune, "kommune"), *map(seat, others)]


@pytest.mark.parametrize(
    ("answers", "state", "reason", "outcome"),
    [
        (both(P.AGREE, P.AGREE, P.AGREE), S.ADOPTED, E.AGREED, Outcome.ADOPTED),
        (both(P.AGREE, P.RESERVATION, P.AGREE), S.ADOPTED, E.AGREED, Outcome.ADOPTED_WITH_RESERVATION),
        (both(P.AGREE, P.ABSTAIN, P.ABSTAIN), S.ADOPTED, E.AGREED, Outcome.ADOPTED),
        (both(P.AGREE, P.AGREE, P.OBJECT), S.TO_SESSION, E.OBJECTION, None),
        (both(P.OBJECT, P.AGREE, None), S.TO_SESSION, E.OBJECTION, None),
        (both(P.AGREE, P.AGREE, None), S.TO_SESSION, E.MISSING, None),
        ([seat(P.AGREE, "land"), seat(P.AGREE)], S.TO_SESSION, E.NO_CONSENSUS, Outcome.NO_CONSENSUS),
        ([*both(P.AGREE, P.AGREE), seat(None, is_held=False)], S.ADOPTED, E.AGREED, Outcome.ADOPTED),
        ([seat(None, is_held=False)], S.TO_SESSION, E.MISSING, None),
    ],
)
def test_the_sides_decide_by_the_rule_of_their_consensus(
    answers: list[SeatAnswer], state: CircularState, reason: EndReason, outcome: Outcome | None
) -> None:
    end = ending(DecisionRule.CONSENSUS_SIDES, SIDES, answers)
    assert (end.state, end.reason, end.verdict and end.verdict.outcome) == (state, reason, outcome)


@pytest.mark.parametrize(
    ("rule", "said", "state"),
    [
        (DecisionRule.CONSENSUS_NO_OBJECTION, [P.AGREE, P.ABSTAIN], S.ADOPTED),
        (DecisionRule.CONSENSUS_NO_OBJECTION, [P.AGREE, P.OBJECT], S.TO_SESSION),
        (DecisionRule.SIMPLE_MAJORITY, [P.AGREE, P.ABSTAIN], S.ADOPTED),
        (DecisionRule.SIMPLE_MAJORITY, [P.ABSTAIN, P.ABSTAIN], S.TO_SESSION),
        (DecisionRule.SIMPLE_MAJORITY, [P.AGREE, P.AGREE, P.OBJECT], S.TO_SESSION),
    ],
)
def test_other_rules_decide_too(rule: DecisionRule, said: list[Position], state: CircularState) -> None:
    assert ending(rule, (), map(seat, said)).state is state


POSITIONS = st.sampled_from([None, P.AGREE, P.ABSTAIN, P.OBJECT])


@given(st.lists(POSITIONS, min_size=1, max_size=9), st.sampled_from(DecisionRule))
def test_nothing_is_adopted_against_an_objection_or_without_an_answer(
    said: list[Position | None], rule: DecisionRule
) -> None:
    end = ending(rule, (), [seat(each) for each in said])
    if P.OBJECT in said or None in said:
        assert (end.state, end.verdict) == (S.TO_SESSION, None)


@pytest.mark.parametrize(
    ("answers", "today", "over"),
    [
        (both(P.AGREE, None), LAST, False),
        (both(P.AGREE, None), date(2026, 3, 11), True),
        (both(P.AGREE, P.ABSTAIN), TODAY, True),
        (both(P.OBJECT, None), TODAY, True),
        ([seat(P.AGREE), seat(None, is_held=False)], TODAY, True),
    ],
)
def test_it_ends_early_or_after_its_last_day(answers: list[SeatAnswer], today: date, over: bool) -> None:
    assert is_over(answers, today=today, answer_by=LAST) is over


@pytest.mark.parametrize(
    ("rule", "seats", "missing", "last", "codes"),
    [
        (DecisionRule.CONSENSUS_SIDES, 8, [], LAST, []),
        (DecisionRule.CONSENSUS_SIDES, 8, ["Land"], LAST, ["chair_missing"]),
        (DecisionRule.INFORMATION_ONLY, 8, [], LAST, ["never_decides"]),
        (DecisionRule.SIMPLE_MAJORITY, 0, [], LAST, ["nobody"]),
        (DecisionRule.SIMPLE_MAJORITY, 1, [], TODAY, ["too_soon"]),
    ],
)
def test_what_a_circular_needs(
    rule: DecisionRule, seats: int, missing: list[str], last: date, codes: list[str]
) -> None:
    found = refuse_start(rule, today=TODAY, answer_by=last, seats=seats, sides_missing=missing)
    assert [refusal.code for refusal in found] == codes


@pytest.mark.parametrize(
    ("position", "text", "speaks", "codes"),
    [
        (P.AGREE, "", False, []),
        (P.OBJECT, " ", False, ["text_missing"]),
        (P.OBJECT, "Zu teuer.", False, []),
        (P.RESERVATION, "Nur 2026.", False, ["no_such_answer"]),
        (P.RESERVATION, "Nur 2026.", True, []),
        (P.NOT_REPRESENTED, "", True, ["no_such_answer"]),
    ],
)
def test_what_a_seat_may_answer(position: Position, text: str, speaks: bool, codes: list[str]) -> None:
    found = refuse_answer(S.OPEN, position, text, speaks_for_a_side=speaks)
    assert [refusal.code for refusal in found] == codes


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 3, 4), False),
        (date(2026, 3, 6), False),
        (date(2026, 3, 7), True),
        (LAST, True),
        (date(2026, 3, 11), False),
    ],
)
def test_a_reminder_comes_in_the_last_days(today: date, due: bool) -> None:
    assert is_reminder_due(today=today, answer_by=LAST, asked_on=TODAY) is due


def test_an_end_is_final_and_withdrawing_needs_a_reason() -> None:
    ends = [S.ADOPTED, S.TO_SESSION, S.WITHDRAWN]
    assert list(CIRCULAR_STEPS.targets(S.OPEN)) == ends
    assert [CIRCULAR_STEPS.is_final(state) for state in ends] == [True, True, True]
    refusal = CIRCULAR_STEPS.refuse(S.OPEN, S.WITHDRAWN, " ")
    assert refusal is not None
    assert refusal.code == "text_missing"


def test_a_reservation_counts_as_yes() -> None:
    assert counted(both(P.AGREE, P.RESERVATION, P.ABSTAIN, P.OBJECT, None)) == Ballot(2, 1, 1)
