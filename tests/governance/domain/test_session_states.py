"""The life of a session: every pair of states, every guard, random walks."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bildungsnetz.governance.domain.session_states import (
    SESSION_STEPS,
    SessionFacts,
    SessionState,
    may_change_agenda,
    may_record_results,
    refuse_session_step,
)

S = SessionState
DAY = date(2026, 3, 4)
GOOD = SessionFacts(DAY, DAY, accepted_items=3, has_next_date=True, minutes_approved=True)
MAIN_LINE = [S.PLANNED, S.INVITED, S.IN_SESSION, S.HELD, S.MINUTES_DRAFT, S.MINUTES_APPROVED, S.ARCHIVED]
ALLOWED = {*pairwise(MAIN_LINE), *((s, S.CANCELLED) for s in MAIN_LINE[:3])}


@pytest.mark.parametrize("source", S)
@pytest.mark.parametrize("target", S)
def test_every_pair_of_states(source: SessionState, target: SessionState) -> None:
    codes = [
        refusal.code for refusal in refuse_session_step(source, target, GOOD, "Die Räume sind gesperrt.")
    ]
    assert codes == ([] if (source, target) in ALLOWED else ["no_such_step"])


@pytest.mark.parametrize(
    ("source", "target", "facts", "codes"),
    [
        (S.PLANNED, S.INVITED, SessionFacts(DAY, DAY), ["agenda_empty"]),
        (S.PLANNED, S.INVITED, SessionFacts(DAY, DAY + timedelta(1), accepted_items=1), ["session_past"]),
        (S.INVITED, S.IN_SESSION, SessionFacts(DAY, DAY - timedelta(1)), ["too_early"]),
        (S.INVITED, S.IN_SESSION, SessionFacts(DAY, DAY), []),
        (S.IN_SESSION, S.HELD, SessionFacts(DAY, DAY, open_items=2), ["items_open", "next_date_missing"]),
        (
            S.IN_SESSION,
            S.HELD,
            SessionFacts(DAY, DAY, has_next_date=True, chair_sides_missing=("Land", "Kommune")),
            ["chair_missing", "chair_missing"],
        ),
        (S.MINUTES_DRAFT, S.MINUTES_APPROVED, SessionFacts(DAY, DAY), ["minutes_open"]),
        (S.IN_SESSION, S.CANCELLED, SessionFacts(DAY, DAY, decisions=1), ["has_decisions"]),
    ],
)
def test_guards(source: SessionState, target: SessionState, facts: SessionFacts, codes: list[str]) -> None:
    assert [refusal.code for refusal in refuse_session_step(source, target, facts, "Grund")] == codes


def test_cancelling_needs_a_reason() -> None:
    (refusal,) = refuse_session_step(S.PLANNED, S.CANCELLED, GOOD, " ")
    assert (refusal.code, refusal.field) == ("text_missing", "text")
    assert refusal.text == "Begründen Sie den Schritt zu „abgesagt“."


def test_sentences_are_german_and_concrete() -> None:
    (early,) = refuse_session_step(S.INVITED, S.IN_SESSION, SessionFacts(DAY, DAY - timedelta(1)))
    assert early.text == "Die Sitzung kann erst am 04.03.2026 beginnen."
    (step,) = refuse_session_step(S.HELD, S.PLANNED, GOOD)
    assert step.text == "Der Schritt von „durchgeführt“ zu „geplant“ ist nicht vorgesehen."


def test_what_may_be_changed_when() -> None:
    assert [state for state in S if may_change_agenda(state)] == [S.PLANNED, S.INVITED, S.IN_SESSION]
    assert [state for state in S if may_record_results(state)] == [S.IN_SESSION, S.HELD]
    assert [state for state in S if SESSION_STEPS.is_final(state)] == [S.ARCHIVED, S.CANCELLED]


class SessionWalk(RuleBasedStateMachine):
    """Random people try random steps; only allowed ones move the session."""

    def __init__(self) -> None:
        super().__init__()
        self.path = [S.PLANNED]
        self.decisions = 0

    @rule(
        target_state=st.sampled_from(S),
        today=st.dates(DAY - timedelta(2), DAY + timedelta(2)),
        items=st.integers(0, 2),
        open_items=st.integers(0, 1),
        has_next_date=st.booleans(),
        approved=st.booleans(),
        text=st.sampled_from(["", "Grund"]),
    )
    def try_step(
        self,
        target_state: SessionState,
        today: date,
        items: int,
        open_items: int,
        has_next_date: bool,
        approved: bool,
        text: str,
    ) -> None:
        facts = SessionFacts(DAY, today, items, open_items, self.decisions, has_next_date, (), approved)
        if not refuse_session_step(self.path[-1], target_state, facts, text):
            self.path.append(target_state)

    @rule(target_state=st.sampled_from(S))
    def try_good_step(self, target_state: SessionState) -> None:
        self.try_step(target_state, DAY, 1, 0, has_next_date=True, approved=True, text="Grund")

    @rule()
    def try_decision(self) -> None:
        if may_record_results(self.path[-1]):
            self.decisions += 1

    @invariant()
    def path_is_the_main_line_perhaps_cut_by_a_cancellation(self) -> None:
        line = self.path[:-1] if self.path[-1] is S.CANCELLED else self.path
        assert line == MAIN_LINE[: len(line)]

    @invariant()
    def nothing_decided_is_ever_cancelled(self) -> None:
        assert not (self.decisions and self.path[-1] is S.CANCELLED)


TestSessionWalk = SessionWalk.TestCase
