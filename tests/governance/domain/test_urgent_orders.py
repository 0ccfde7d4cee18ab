"""Who gives an urgent order, and what the session makes of it."""

import pytest

from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.urgent_orders import (
    URGENT_STEPS,
    UrgentState,
    after_decision,
    refuse_proposal,
    side_to_agree,
)

S = UrgentState
HOLDERS = {"land": frozenset({"1", "2"}), "kommune": frozenset({"3", "2"})}


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.ADOPTED, S.CONFIRMED),
        (Outcome.ADOPTED_WITH_RESERVATION, S.CONFIRMED),
        (Outcome.NO_CONSENSUS, S.NOT_CONFIRMED),
        (Outcome.NOTED, S.NOT_CONFIRMED),
        (Outcome.DEFERRED, None),
    ],
)
def test_the_session_confirms_or_ends(outcome: Outcome, state: UrgentState | None) -> None:
    assert after_decision(outcome) is state


@pytest.mark.parametrize(
    ("person", "agreed", "answer"),
    [
        ("1", {}, "land"),
        ("3", {"land": "1"}, "kommune"),
        ("2", {"land": "1"}, "kommune"),
        ("2", {"land": "2"}, "agreed_already"),
        ("1", {"land": "2"}, "side_agreed"),
        ("9", {}, "not_a_chair"),
    ],
)
def test_each_side_agrees_once_and_nobody_for_two(person: str, agreed: dict[str, str], answer: str) -> None:
    found = side_to_agree(person, HOLDERS, agreed)
    assert (found.code if isinstance(found, Refusal) else found) == answer


@pytest.mark.parametrize(
    ("gives", "reason", "missing", "codes"),
    [
        (True, "Frist", [], []),
        (False, "Frist", [], ["no_orders"]),
        (True, " ", ["Land"], ["chair_missing", "reason_missing"]),
    ],
)
def test_what_a_proposal_needs(gives: bool, reason: str, missing: list[str], codes: list[str]) -> None:
    found = refuse_proposal(gives_orders=gives, reason=reason, sides_missing=missing)
    assert [refusal.code for refusal in found] == codes


@pytest.mark.parametrize("source", S)
@pytest.mark.parametrize("target", S)
def test_every_pair_of_states(source: UrgentState, target: UrgentState) -> None:
    allowed = {
        (S.PROPOSED, S.GIVEN),
        (S.PROPOSED, S.WITHDRAWN),
        (S.GIVEN, S.CONFIRMED),
        (S.GIVEN, S.NOT_CONFIRMED),
    }
    assert (URGENT_STEPS.refuse(source, target, "Grund") is None) is ((source, target) in allowed)
    silent = URGENT_STEPS.refuse(source, target)
    assert (silent is None) is ((source, target) in allowed and target is not S.WITHDRAWN)
