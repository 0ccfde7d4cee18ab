"""What was said about a proposal in a session, and what the rules of the body make of it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.chairs import speakers_by_side
from bildungsnetz.governance.domain.consensus import (
    Ballot,
    MemberObjection,
    Proposal,
    SidePosition,
    Verdict,
    decide,
    refuse_proposal,
)
from bildungsnetz.governance.domain.decision_kinds import DecisionRule
from bildungsnetz.governance.domain.session_states import SessionState, may_record_results
from bildungsnetz.governance.models import AgendaItem, Body
from bildungsnetz.governance.selectors.attendance import present_keys, quorum, quorum_sentences
from bildungsnetz.governance.selectors.decision_sheet import deciding_sides, seated_keys
from bildungsnetz.governance.selectors.seats import chair_seats
from bildungsnetz.governance.services.conferences import refuse_in_open_conference
from bildungsnetz.governance.services.refusals import raise_first


@dataclass(frozen=True)
class Statement:
    """What was said about a proposal, as the form brings it in; keys of persons are primary keys as text."""

    wording: str
    positions: tuple[SidePosition, ...] = ()
    objections: tuple[MemberObjection, ...] = ()
    ballot: Ballot = field(default_factory=Ballot)
    is_deferred: bool = False
    note: str = ""


def weigh(item: AgendaItem, body: Body, statement: Statement) -> Verdict:
    """The outcome of a statement by the rule of the body.

    Raises RuleViolation (fields `wording`, `position_<side>`, `text_<side>`, `objections`, `ballot`): the item is not
    up for decision, the body cannot decide, or somebody spoke who may not.
    """
    _refuse_out_of_place(item)
    if not statement.wording.strip():
        raise RuleViolation(_("Schreiben Sie den Wortlaut des Beschlusses."), field="wording")
    proposal = _proposal(item, body, statement)
    raise_first(refuse_proposal(proposal))
    _refuse_absent_objectors(item, body, statement)
    _refuse_without_quorum(item, proposal)
    return decide(proposal)


def _proposal(item: AgendaItem, body: Body, statement: Statement) -> Proposal:
    chairs = chair_seats(body, day_of(item.session.starts_at))
    return Proposal(
        rule=DecisionRule(body.decision_rule),
        sides=tuple(side.key for side in deciding_sides(body)),
        positions=statement.positions,
        speakers=speakers_by_side(chairs, present_keys(item.session)),
        objections=statement.objections,
        member_objection_blocks=body.member_objection_blocks,
        ballot=statement.ballot,
        is_deferred=statement.is_deferred,
    )


def _refuse_out_of_place(item: AgendaItem) -> None:
    if not may_record_results(SessionState(item.session.state)):
        raise RuleViolation(
            _("Beschlüsse halten Sie fest, sobald die Sitzung läuft und bis das Protokoll geschrieben wird.")
        )
    refuse_in_open_conference(item.session)
    if item.fixed or item.state in {ItemState.WITHDRAWN, ItemState.PROPOSED}:
        raise RuleViolation(_("Über diesen Tagesordnungspunkt wird nicht beschlossen."))


def _refuse_absent_objectors(item: AgendaItem, body: Body, statement: Statement) -> None:
    may_object = present_keys(item.session) & seated_keys(body, day_of(item.session.starts_at))
    named = [entry.person_key for entry in statement.objections]
    if not may_object.issuperset(named):
        raise RuleViolation(_("Widersprechen kann, wer einen Sitz hat und anwesend ist."), field="objections")
    if len(named) > len(set(named)):
        raise RuleViolation(_("Halten Sie je Mitglied einen Widerspruch fest."), field="objections")


def _refuse_without_quorum(item: AgendaItem, proposal: Proposal) -> None:
    """The hint never blocks for good: the chair may state that the body can decide, or the body defers the matter."""
    decides = proposal.rule is not DecisionRule.INFORMATION_ONLY and not proposal.is_deferred
    if not decides or item.session.quorum_stated:
        return
    hint = quorum(item.session)
    if not hint.is_met:
        why = " ".join(quorum_sentences(item.session, hint))
        text = _(
            "Die Beschlussfähigkeit ist nicht festgestellt. %(why)s "
            "Halten Sie die Feststellung des Vorsitzes fest, oder vertagen Sie den Punkt."
        )
        raise RuleViolation(text % {"why": why})
