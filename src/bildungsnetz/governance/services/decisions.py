"""Recording what a body decided: the positions come from those who may speak for a side, the outcome from the rule."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance import signals
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.attendance import AttendanceStatus
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
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome, Position
from bildungsnetz.governance.domain.session_states import SessionState, may_record_results
from bildungsnetz.governance.models import (
    AgendaItem,
    Attendance,
    Body,
    Decision,
    DecisionObjection,
    DecisionPosition,
)
from bildungsnetz.governance.policies import decisions as policies
from bildungsnetz.governance.selectors.seats import chair_seats, consensus_sides, held_seats
from bildungsnetz.governance.services.refusals import raise_first


@dataclass(frozen=True)
class Statement:
    """What was said about a proposal in the session, as the form brings it in."""

    wording: str
    positions: tuple[SidePosition, ...] = ()
    objections: tuple[MemberObjection, ...] = ()
    ballot: Ballot = field(default_factory=Ballot)
    is_deferred: bool = False
    note: str = ""


@transaction.atomic
def record_decision(*, actor: Actor, item: AgendaItem, statement: Statement, now: datetime) -> Decision:
    """Record one decision on an item of a running session and mark the item as treated (or postponed).

    Under `CONSENSUS_SIDES` a position counts only from the co-chair of the side or, while absent, the deputy; an
    objection only from somebody who is present. Numbers count per body and year without gap: the row of the body is
    locked. Raises NotAllowed, and RuleViolation at the field that is wrong; then nothing is written.
    """
    item = AgendaItem.objects.select_related("session").select_for_update(of=("self",)).get(pk=item.pk)
    body = Body.objects.select_for_update().get(pk=item.session.body_id)
    if not policies.may_record(actor, body):
        raise NotAllowed
    _refuse_out_of_place(item)
    if not statement.wording.strip():
        raise RuleViolation(_("Schreiben Sie den Wortlaut des Beschlusses."), field="wording")
    proposal = proposal_for(item, body, statement)
    raise_first(refuse_proposal(proposal))
    _refuse_absent_objectors(item, statement)
    verdict = decide(proposal)
    decision = _write(item, body, statement, verdict, now=now)
    _settle_item(item, verdict)
    audit.record(
        "governance.decision.record",
        actor=actor,
        on=decision,
        thread=item.session,
        now=now,
        outcome=str(verdict.outcome.label),
    )
    signals.decision_recorded.send(Decision, decision=decision, actor=actor, now=now)
    return decision


def proposal_for(item: AgendaItem, body: Body, statement: Statement) -> Proposal:
    """The statement together with what the rules need to know about the body on the day of the session."""
    on = day_of(item.session.starts_at)
    return Proposal(
        rule=DecisionRule(body.decision_rule),
        sides=consensus_sides(body),
        positions=statement.positions,
        speakers=speakers_by_side(chair_seats(body, on), present_people(item.session_id)),
        objections=statement.objections,
        member_objection_blocks=body.member_objection_blocks,
        ballot=statement.ballot,
        is_deferred=statement.is_deferred,
    )


def present_people(session_id: int) -> frozenset[str]:
    """The keys of those present at a session, guests left out."""
    present = Attendance.objects.filter(
        session_id=session_id, status=AttendanceStatus.PRESENT, mandate__isnull=False
    )
    return frozenset(str(pk) for pk in present.values_list("person_id", flat=True).order_by("pk"))


def _refuse_out_of_place(item: AgendaItem) -> None:
    if not may_record_results(SessionState(item.session.state)):
        raise RuleViolation(
            _("Beschlüsse gehören in eine laufende Sitzung. Bitte eröffnen Sie die Sitzung zuerst.")
        )
    if item.state in {ItemState.WITHDRAWN, ItemState.PROPOSED}:
        raise RuleViolation(
            _(
                "Über diesen Tagesordnungspunkt kann nicht entschieden werden: Er steht nicht auf der Tagesordnung."
            )
        )


def _refuse_absent_objectors(item: AgendaItem, statement: Statement) -> None:
    body, on = item.session.body, day_of(item.session.starts_at)
    present = present_people(item.session_id)
    seated = {key for seat in held_seats(body, on) for key in (seat.person_key, *seat.deputy_keys)}
    if any(entry.person_key not in present & seated for entry in statement.objections):
        raise RuleViolation(_("Widersprechen kann, wer einen Sitz hat und anwesend ist."), field="objections")


def _write(
    item: AgendaItem, body: Body, statement: Statement, verdict: Verdict, *, now: datetime
) -> Decision:
    on = day_of(item.session.starts_at)
    last = Decision.objects.filter(body=body, year=on.year).aggregate(last=Max("number"))["last"]
    decision = Decision.objects.create(
        item=item,
        body=body,
        year=on.year,
        number=(last or 0) + 1,
        wording=statement.wording.strip(),
        rule=body.decision_rule,
        outcome=verdict.outcome,
        note=statement.note.strip(),
        votes_yes=statement.ballot.yes,
        votes_no=statement.ballot.no,
        votes_abstained=statement.ballot.abstained,
        decided_on=on,
        recorded_at=now,
    )
    _write_positions(decision, statement)
    DecisionObjection.objects.bulk_create(
        DecisionObjection(decision=decision, person_id=int(entry.person_key), text=entry.text.strip())
        for entry in statement.objections
    )
    return decision


def _write_positions(decision: Decision, statement: Statement) -> None:
    stated = {entry.side: entry for entry in statement.positions}
    sides = decision.body.sides.filter(in_consensus=True).order_by("order", "pk")
    DecisionPosition.objects.bulk_create(
        DecisionPosition(
            decision=decision,
            side=side,
            position=entry.position,
            stated_by_id=int(entry.stated_by) if entry.stated_by else None,
            text=entry.text.strip(),
        )
        for side in sides
        for entry in [stated.get(side.key, SidePosition(side.key, Position.NOT_REPRESENTED))]
    )


def _settle_item(item: AgendaItem, verdict: Verdict) -> None:
    postponed = verdict.outcome is Outcome.DEFERRED
    item.state = ItemState.POSTPONED if postponed else ItemState.TREATED
    item.save(update_fields=["state"])
