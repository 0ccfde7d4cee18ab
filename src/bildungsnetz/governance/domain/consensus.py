"""What comes of a proposal under each decision rule.

Source: domain rule 3 and § 78a Abs. 4 SchulG NRW (the powers of Schulträger and Schulaufsicht stay untouched). Under
`CONSENSUS_SIDES` a proposal is adopted if and only if every consensus side is represented and none of them objects. The
source names no outcome of its own for a side that is not there, so such a proposal ends as `no_consensus`, unless the
body defers it: either way it can become no order, and the record says which side was missing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome, Position, ReasonCode
from bildungsnetz.governance.domain.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

ADOPTED = frozenset({Outcome.ADOPTED, Outcome.ADOPTED_WITH_RESERVATION})
_NEEDS_TEXT = frozenset({Position.OBJECT, Position.RESERVATION})
_REASON_OF_POSITION = {
    Position.AGREE: ReasonCode.SIDE_AGREES,
    Position.RESERVATION: ReasonCode.SIDE_RESERVES,
    Position.OBJECT: ReasonCode.SIDE_OBJECTS,
    Position.ABSTAIN: ReasonCode.SIDE_ABSTAINS,
    Position.NOT_REPRESENTED: ReasonCode.SIDE_NOT_REPRESENTED,
}


@dataclass(frozen=True, slots=True)
class SidePosition:
    """The position of a side as `stated_by` its co-chair or deputy; `text` is the reservation or objection."""

    side: str
    position: Position
    stated_by: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class MemberObjection:
    """A member wants the objection on record."""

    person_key: str
    text: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """Counted votes; used by `SIMPLE_MAJORITY` only."""

    yes: int = 0
    no: int = 0
    abstained: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that is said about one proposal.

    `sides` are the keys of the consensus sides, `speakers` says who may state the position of each side.
    """

    rule: DecisionRule
    sides: tuple[str, ...] = ()
    positions: tuple[SidePosition, ...] = ()
    speakers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    objections: tuple[MemberObjection, ...] = ()
    member_objection_blocks: bool = False
    ballot: Ballot = Ballot()
    is_deferred: bool = False

    def position_of(self, side: str) -> Position:
        """What the side said; a side that said nothing is not represented."""
        stated = (entry.position for entry in self.positions if entry.side == side)
        return next(stated, Position.NOT_REPRESENTED)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the outcome is what it is; `side` is set where the reason belongs to one side."""

    code: ReasonCode
    side: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome and its reasons."""

    outcome: Outcome
    reasons: tuple[Reason, ...]

    @property
    def is_adopted(self) -> bool:
        """Whether the proposal was adopted, with or without reservation."""
        return self.outcome in ADOPTED

    @property
    def stays_with_authority(self) -> bool:
        """Whether the note on the original competence belongs on the record."""
        return self.outcome is Outcome.NO_CONSENSUS


def refuse_proposal(proposal: Proposal) -> list[Refusal]:
    """What is wrong with the statements, one refusal per field (`position_<side>`, `text_<side>`, `objections`)."""
    stated = Counter(entry.side for entry in proposal.positions)
    refusals = [
        Refusal("stated_twice", _("Diese Seite hat schon eine Position."), f"position_{side}")
        for side, times in stated.items()
        if times > 1
    ]
    for entry in proposal.positions:
        refusals += _refuse_statement(proposal, entry)
    if any(not objection.text.strip() for objection in proposal.objections):
        refusals.append(
            Refusal("objection_without_text", _("Halten Sie den Widerspruch im Wortlaut fest."), "objections")
        )
    if min(proposal.ballot.yes, proposal.ballot.no, proposal.ballot.abstained) < 0:
        refusals.append(Refusal("votes_negative", _("Stimmenzahlen sind nicht negativ."), "ballot"))
    return refusals


def _refuse_statement(proposal: Proposal, entry: SidePosition) -> list[Refusal]:
    at = f"position_{entry.side}"
    if entry.side not in proposal.sides:
        return [Refusal("unknown_side", _("Diese Seite gehört nicht zum Konsens dieses Gremiums."), at)]
    refusals = []
    if entry.position is not Position.NOT_REPRESENTED and not _may_speak(proposal, entry):
        text = _("Die Position einer Seite gibt ihr Ko-Vorsitz oder dessen Stellvertretung ab.")
        refusals.append(Refusal("not_a_speaker", text, at))
    if entry.position in _NEEDS_TEXT and not entry.text.strip():
        text = _("Halten Sie den Vorbehalt oder Widerspruch im Wortlaut fest.")
        refusals.append(Refusal("position_without_text", text, f"text_{entry.side}"))
    return refusals


def _may_speak(proposal: Proposal, entry: SidePosition) -> bool:
    return entry.stated_by in proposal.speakers.get(entry.side, frozenset())


def decide(proposal: Proposal) -> Verdict:
    """The outcome of a proposal with its reasons.

    Raises ValueError when `refuse_proposal` has something to say: a wrong statement must never count.
    """
    if refusals := refuse_proposal(proposal):
        raise ValueError([refusal.code for refusal in refusals])
    if proposal.is_deferred:
        return Verdict(Outcome.DEFERRED, (Reason(ReasonCode.DEFERRED),))
    verdict = _RULES[proposal.rule](proposal)
    if verdict.stays_with_authority:
        return Verdict(verdict.outcome, (*verdict.reasons, Reason(ReasonCode.COMPETENCE)))
    return verdict


def may_become_order(outcome: Outcome, rule: DecisionRule) -> bool:
    """Only what both sides agreed to can become an order, and only in bodies that decide by consensus of sides."""
    return rule is DecisionRule.CONSENSUS_SIDES and outcome in ADOPTED


def _by_consensus_of_sides(proposal: Proposal) -> Verdict:
    said = [proposal.position_of(side) for side in proposal.sides]
    is_refused = not said or Position.OBJECT in said or Position.NOT_REPRESENTED in said
    is_blocked = proposal.member_objection_blocks and bool(proposal.objections)
    reasons = [*_side_reasons(proposal), *_objection_reasons(proposal, blocks=is_blocked)]
    if is_refused or is_blocked:
        return Verdict(Outcome.NO_CONSENSUS, tuple(reasons))
    if all(position is Position.ABSTAIN for position in said):
        reasons.append(Reason(ReasonCode.NOBODY_AGREED))
    return Verdict(_adopted(said), tuple(reasons))


def _without_objection(proposal: Proposal) -> Verdict:
    said = [proposal.position_of(side) for side in proposal.sides]
    reasons = (*_side_reasons(proposal), *_objection_reasons(proposal, blocks=True))
    if Position.OBJECT in said or proposal.objections:
        return Verdict(Outcome.NO_CONSENSUS, reasons)
    return Verdict(_adopted(said), (*reasons, Reason(ReasonCode.NOBODY_OBJECTED)))


def _by_simple_majority(proposal: Proposal) -> Verdict:
    noted = _objection_reasons(proposal, blocks=False)
    if proposal.ballot.yes > proposal.ballot.no:
        return Verdict(Outcome.ADOPTED, (Reason(ReasonCode.MAJORITY), *noted))
    return Verdict(Outcome.NO_CONSENSUS, (Reason(ReasonCode.NO_MAJORITY), *noted))


def _for_information(proposal: Proposal) -> Verdict:
    return Verdict(
        Outcome.NOTED, (Reason(ReasonCode.INFORMATION), *_objection_reasons(proposal, blocks=False))
    )


def _adopted(said: list[Position]) -> Outcome:
    return Outcome.ADOPTED_WITH_RESERVATION if Position.RESERVATION in said else Outcome.ADOPTED


def _side_reasons(proposal: Proposal) -> tuple[Reason, ...]:
    return tuple(Reason(_REASON_OF_POSITION[proposal.position_of(side)], side) for side in proposal.sides)


def _objection_reasons(proposal: Proposal, *, blocks: bool) -> tuple[Reason, ...]:
    if not proposal.objections:
        return ()
    return (Reason(ReasonCode.MEMBER_OBJECTION_BLOCKS if blocks else ReasonCode.MEMBER_OBJECTION_NOTED),)


_RULES = {
    DecisionRule.CONSENSUS_SIDES: _by_consensus_of_sides,
    DecisionRule.CONSENSUS_NO_OBJECTION: _without_objection,
    DecisionRule.SIMPLE_MAJORITY: _by_simple_majority,
    DecisionRule.INFORMATION_ONLY: _for_information,
}
