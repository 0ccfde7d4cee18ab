"""What was said about a proposal in a session, and what the rules of the body make of it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.governance.domain.agenda import ItemState
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
from bildungsnetz.governance.domain.hearing import refuse_deciding
from bildungsnetz.governance.domain.session_states import SessionState, may_record_results
from bildungsnetz.governance.models import AgendaItem, Body
from bildungsnetz.governance.selectors.attendance import quorum_sentences
from bildungsnetz.governance.selectors.decision_sheet import deciding_sides
from bildungsnetz.governance.selectors.hearing import hearing_of
from bildungsnetz.governance.selectors.presence import PresenceAt, presence
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
    _refuse_unheard(item, statement)
    there = presence(item.session).at(item)
    proposal = _proposal(there, body, statement)
    raise_first(refuse_proposal(proposal))
    _refuse_objectors(there, statement)
    _refuse_surplus_votes(there, proposal)
    _refuse_without_quorum(item, there, proposal)
    return decide(proposal)


def _proposal(there: PresenceAt, body: Body, statement: Statement) -> Proposal:
    return Proposal(
        rule=DecisionRule(body.decision_rule),
        sides=tuple(side.key for side in deciding_sides(body)),
        positions=statement.positions,
        speakers=there.speakers,
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


def _refuse_unheard(item: AgendaItem, statement: Statement) -> None:
    """What costs cities money is decided after they were heard, or with a waiver; postponing is always possible."""
    hearing = None if statement.is_deferred else hearing_of(item)
    raise_first(refuse_deciding(hearing.state if hearing else None))


def _refuse_objectors(there: PresenceAt, statement: Statement) -> None:
    named = [entry.person_key for entry in statement.objections]
    if not there.objecting.issuperset(named):
        text = _(
            "Widersprechen kann, wer einen Sitz hat und bei diesem Punkt anwesend ist; eine Vertretung nur, "
            "solange das Mitglied fehlt."
        )
        raise RuleViolation(text, field="objections")
    if len(named) > len(set(named)):
        raise RuleViolation(_("Halten Sie je Mitglied einen Widerspruch fest."), field="objections")


def _refuse_surplus_votes(there: PresenceAt, proposal: Proposal) -> None:
    """No more votes than voices at this item; a list that names nobody cannot tell."""
    counted = proposal.ballot.yes + proposal.ballot.no + proposal.ballot.abstained
    if not there.present or counted <= len(there.voting):
        return
    text = _(
        "Gezählt sind %(counted)s Stimmen, bei diesem Punkt sind aber nur %(voices)s Stimmberechtigte anwesend. "
        "Prüfen Sie die Stimmen oder halten Sie fest, wer gekommen ist."
    )
    raise RuleViolation(text % {"counted": counted, "voices": len(there.voting)}, field="ballot")


def _refuse_without_quorum(item: AgendaItem, there: PresenceAt, proposal: Proposal) -> None:
    """The hint never blocks for good: the chair may state that the body can decide, or the body defers the matter."""
    decides = proposal.rule is not DecisionRule.INFORMATION_ONLY and not proposal.is_deferred
    if not decides or item.session.quorum_stated:
        return
    hint = there.quorum
    if not hint.is_met:
        why = " ".join(quorum_sentences(item.session, hint))
        text = _(
            "Die Beschlussfähigkeit ist nicht festgestellt. %(why)s "
            "Halten Sie die Feststellung des Vorsitzes fest, oder vertagen Sie den Punkt."
        )
        raise RuleViolation(text % {"why": why})
