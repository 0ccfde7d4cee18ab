"""Decision rules: the table of the sources."""

from __future__ import annotations

import pytest

from bildungsnetz.governance.domain.consensus import (
    Ballot,
    MemberObjection,
    Proposal,
    Reason,
    SidePosition,
    decide,
    may_become_order,
    refuse_proposal,
)
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome, Position, ReasonCode

AGREE, RESERVE, OBJECT, ABSTAIN, AWAY = (
    Position.AGREE,
    Position.RESERVATION,
    Position.OBJECT,
    Position.ABSTAIN,
    Position.NOT_REPRESENTED,
)
SPEAKERS = {"land": frozenset({"lena"}), "kommune": frozenset({"karl", "kim"})}
OBJECTION = MemberObjection("mia", "Die Schulen wurden nicht gehört.")


def positions(land: Position, kommune: Position) -> tuple[SidePosition, ...]:
    return (
        SidePosition("land", land, "lena", "Wortlaut des Landes"),
        SidePosition("kommune", kommune, "karl", "Wortlaut der Kommune"),
    )


def proposal(
    land: Position = AGREE,
    kommune: Position = AGREE,
    rule: DecisionRule = DecisionRule.CONSENSUS_SIDES,
    objections: tuple[MemberObjection, ...] = (),
    blocks: bool = False,
) -> Proposal:
    return Proposal(rule, ("land", "kommune"), positions(land, kommune), SPEAKERS, objections, blocks)


@pytest.mark.parametrize(
    ("land", "kommune", "outcome"),
    [
        (AGREE, AGREE, Outcome.ADOPTED),
        (AGREE, ABSTAIN, Outcome.ADOPTED),
        (ABSTAIN, ABSTAIN, Outcome.ADOPTED),
        (AGREE, RESERVE, Outcome.ADOPTED_WITH_RESERVATION),
        (RESERVE, ABSTAIN, Outcome.ADOPTED_WITH_RESERVATION),
        (AGREE, OBJECT, Outcome.NO_CONSENSUS),
        (OBJECT, AGREE, Outcome.NO_CONSENSUS),
        (OBJECT, OBJECT, Outcome.NO_CONSENSUS),
        (RESERVE, OBJECT, Outcome.NO_CONSENSUS),
        (AGREE, AWAY, Outcome.NO_CONSENSUS),
        (AWAY, RESERVE, Outcome.NO_CONSENSUS),
        (AWAY, AWAY, Outcome.NO_CONSENSUS),
    ],
)
def test_consensus_of_sides(land: Position, kommune: Position, outcome: Outcome) -> None:
    verdict = decide(proposal(land, kommune))
    assert verdict.outcome is outcome
    assert verdict.stays_with_authority is (outcome is Outcome.NO_CONSENSUS)
    assert (Reason(ReasonCode.COMPETENCE) in verdict.reasons) is (outcome is Outcome.NO_CONSENSUS)


def test_reasons_name_the_side() -> None:
    assert decide(proposal(AGREE, OBJECT)).reasons == (
        Reason(ReasonCode.SIDE_AGREES, "land"),
        Reason(ReasonCode.SIDE_OBJECTS, "kommune"),
        Reason(ReasonCode.COMPETENCE),
    )
    assert decide(proposal(ABSTAIN, ABSTAIN)).reasons == (
        Reason(ReasonCode.SIDE_ABSTAINS, "land"),
        Reason(ReasonCode.SIDE_ABSTAINS, "kommune"),
        Reason(ReasonCode.NOBODY_AGREED),
    )


def test_a_side_that_says_nothing_is_not_represented() -> None:
    silent = Proposal(
        DecisionRule.CONSENSUS_SIDES, ("land", "kommune"), positions(AGREE, AGREE)[:1], SPEAKERS
    )
    verdict = decide(silent)
    assert verdict.outcome is Outcome.NO_CONSENSUS
    assert Reason(ReasonCode.SIDE_NOT_REPRESENTED, "kommune") in verdict.reasons


def test_a_body_without_consensus_sides_adopts_nothing_by_their_consensus() -> None:
    assert decide(Proposal(DecisionRule.CONSENSUS_SIDES)).outcome is Outcome.NO_CONSENSUS


@pytest.mark.parametrize(
    ("blocks", "outcome", "code"),
    [
        (False, Outcome.ADOPTED, ReasonCode.MEMBER_OBJECTION_NOTED),
        (True, Outcome.NO_CONSENSUS, ReasonCode.MEMBER_OBJECTION_BLOCKS),
    ],
)
def test_objection_of_a_member_blocks_only_where_the_body_says_so(
    blocks: bool, outcome: Outcome, code: ReasonCode
) -> None:
    verdict = decide(proposal(objections=(OBJECTION,), blocks=blocks))
    assert verdict.outcome is outcome
    assert Reason(code) in verdict.reasons


@pytest.mark.parametrize(
    ("land", "kommune", "objections", "outcome"),
    [
        (AGREE, AGREE, (), Outcome.ADOPTED),
        (AGREE, AWAY, (), Outcome.ADOPTED),
        (AWAY, AWAY, (), Outcome.ADOPTED),
        (RESERVE, AGREE, (), Outcome.ADOPTED_WITH_RESERVATION),
        (AGREE, OBJECT, (), Outcome.NO_CONSENSUS),
        (AGREE, AGREE, (OBJECTION,), Outcome.NO_CONSENSUS),
    ],
)
def test_consensus_without_objection(
    land: Position, kommune: Position, objections: tuple[MemberObjection, ...], outcome: Outcome
) -> None:
    rule = DecisionRule.CONSENSUS_NO_OBJECTION
    assert decide(proposal(land, kommune, rule, objections)).outcome is outcome


@pytest.mark.parametrize(
    ("ballot", "outcome", "code"),
    [
        (Ballot(3, 2, 10), Outcome.ADOPTED, ReasonCode.MAJORITY),
        (Ballot(2, 2, 0), Outcome.NO_CONSENSUS, ReasonCode.NO_MAJORITY),
        (Ballot(0, 0, 5), Outcome.NO_CONSENSUS, ReasonCode.NO_MAJORITY),
        (Ballot(1, 0, 99), Outcome.ADOPTED, ReasonCode.MAJORITY),
    ],
)
def test_simple_majority(ballot: Ballot, outcome: Outcome, code: ReasonCode) -> None:
    verdict = decide(Proposal(DecisionRule.SIMPLE_MAJORITY, ballot=ballot))
    assert (verdict.outcome, verdict.reasons[0].code) == (outcome, code)


def test_negative_votes_are_refused() -> None:
    found = refuse_proposal(Proposal(DecisionRule.SIMPLE_MAJORITY, ballot=Ballot(1, -1, 0)))
    assert [(refusal.code, refusal.field) for refusal in found] == [("votes_negative", "ballot")]


def test_information_is_noted() -> None:
    assert decide(proposal(OBJECT, OBJECT, DecisionRule.INFORMATION_ONLY)).outcome is Outcome.NOTED


@pytest.mark.parametrize("rule", DecisionRule)
def test_deferral_goes_before_everything(rule: DecisionRule) -> None:
    verdict = decide(
        Proposal(rule, ("land", "kommune"), positions(OBJECT, AGREE), SPEAKERS, is_deferred=True)
    )
    assert (verdict.outcome, verdict.reasons) == (Outcome.DEFERRED, (Reason(ReasonCode.DEFERRED),))


@pytest.mark.parametrize(
    ("entries", "objections", "expected"),
    [
        ((SidePosition("land", AGREE, "mia"),), (), [("not_a_speaker", "position_land")]),
        ((SidePosition("land", AGREE, "karl"),), (), [("not_a_speaker", "position_land")]),
        ((SidePosition("land", AGREE),), (), [("not_a_speaker", "position_land")]),
        ((SidePosition("land", AWAY),), (), []),
        ((SidePosition("kommune", AGREE, "kim"),), (), []),
        ((SidePosition("schulen", AGREE, "mia"),), (), [("unknown_side", "position_schulen")]),
        ((SidePosition("land", OBJECT, "lena"),), (), [("position_without_text", "text_land")]),
        ((SidePosition("land", RESERVE, "lena", "  "),), (), [("position_without_text", "text_land")]),
        (
            (SidePosition("land", AGREE, "lena"), SidePosition("land", ABSTAIN, "lena")),
            (),
            [("stated_twice", "position_land")],
        ),
        ((), (MemberObjection("mia", " "),), [("objection_without_text", "objections")]),
    ],
)
def test_wrong_statements_are_refused_and_never_counted(
    entries: tuple[SidePosition, ...],
    objections: tuple[MemberObjection, ...],
    expected: list[tuple[str, str]],
) -> None:
    faulty = Proposal(DecisionRule.CONSENSUS_SIDES, ("land", "kommune"), entries, SPEAKERS, objections)
    assert [(refusal.code, refusal.field) for refusal in refuse_proposal(faulty)] == expected
    if expected:
        with pytest.raises(ValueError, match=expected[0][0]):
            decide(faulty)


@pytest.mark.parametrize("rule", DecisionRule)
@pytest.mark.parametrize("outcome", Outcome)
def test_only_adopted_by_consensus_of_sides_becomes_an_order(outcome: Outcome, rule: DecisionRule) -> None:
    expected = rule is DecisionRule.CONSENSUS_SIDES and outcome in {
        Outcome.ADOPTED,
        Outcome.ADOPTED_WITH_RESERVATION,
    }
    assert may_become_order(outcome, rule) is expected
