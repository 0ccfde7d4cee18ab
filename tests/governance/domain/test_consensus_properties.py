"""Decision rules over random statements."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.consensus import (
    Ballot,
    MemberObjection,
    Proposal,
    SidePosition,
    decide,
    may_become_order,
)
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome, Position

SIDES = ("land", "kommune", "dritte")
SPEAKERS = {side: frozenset({f"chair-{side}"}) for side in SIDES}

objections = st.lists(
    st.builds(MemberObjection, st.sampled_from("abc"), st.just("Wortlaut")), max_size=3
).map(tuple)
ballots = st.builds(Ballot, st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))


def stated(said: dict[str, Position]) -> tuple[SidePosition, ...]:
    return tuple(SidePosition(side, position, f"chair-{side}", "Wortlaut") for side, position in said.items())


ANY_RULE = st.sampled_from(DecisionRule)
BY_SIDES = st.just(DecisionRule.CONSENSUS_SIDES)
BY_CONSENSUS = st.sampled_from([DecisionRule.CONSENSUS_SIDES, DecisionRule.CONSENSUS_NO_OBJECTION])


@st.composite
def proposals(draw: st.DrawFn, rules: st.SearchStrategy[DecisionRule] = ANY_RULE) -> Proposal:
    sides = SIDES[: draw(st.integers(1, 3))]
    said = {side: draw(st.sampled_from(Position)) for side in sides if draw(st.booleans())}
    return Proposal(
        draw(rules),
        sides,
        stated(said),
        SPEAKERS,
        draw(objections),
        draw(st.booleans()),
        draw(ballots),
        draw(st.booleans()),
    )


def with_position(proposal: Proposal, side: str, position: Position) -> Proposal:
    others = tuple(entry for entry in proposal.positions if entry.side != side)
    return replace(proposal, positions=(*others, *stated({side: position})))


@given(proposals(BY_SIDES))
def test_adopted_if_and_only_if_all_are_there_and_nobody_objects(proposal: Proposal) -> None:
    said = [proposal.position_of(side) for side in proposal.sides]
    stopped = proposal.is_deferred or (proposal.member_objection_blocks and bool(proposal.objections))
    expected = not stopped and not {Position.OBJECT, Position.NOT_REPRESENTED} & set(said)
    assert decide(proposal).is_adopted is expected


@given(proposals(BY_CONSENSUS), st.sampled_from(SIDES))
def test_an_objection_of_a_side_never_adopts(proposal: Proposal, side: str) -> None:
    if side in proposal.sides:
        assert not decide(with_position(proposal, side, Position.OBJECT)).is_adopted


@given(proposals(), st.sampled_from("xyz"))
def test_one_more_member_objection_never_adopts(proposal: Proposal, person: str) -> None:
    more = replace(proposal, objections=(*proposal.objections, MemberObjection(person, "Wortlaut")))
    assert decide(proposal).is_adopted or not decide(more).is_adopted


@given(proposals(BY_CONSENSUS), st.sampled_from(SIDES))
def test_an_abstention_never_blocks(proposal: Proposal, side: str) -> None:
    if side in proposal.sides and decide(proposal).is_adopted:
        assert decide(with_position(proposal, side, Position.ABSTAIN)).is_adopted


@given(proposals(st.just(DecisionRule.SIMPLE_MAJORITY)), st.integers(0, 99))
def test_abstained_votes_never_count(proposal: Proposal, abstained: int) -> None:
    ballot = replace(proposal.ballot, abstained=abstained)
    assert decide(replace(proposal, ballot=ballot)).outcome is decide(proposal).outcome


@given(proposals())
def test_an_order_comes_only_from_an_adopted_proposal_no_side_objects_to(proposal: Proposal) -> None:
    verdict = decide(proposal)
    if may_become_order(verdict.outcome, proposal.rule):
        assert verdict.is_adopted
        assert Position.OBJECT not in {entry.position for entry in proposal.positions}
        assert {entry.side for entry in proposal.positions} == set(proposal.sides)
    assert verdict.stays_with_authority is (verdict.outcome is Outcome.NO_CONSENSUS)
