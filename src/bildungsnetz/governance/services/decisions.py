"""Recording what a body decided: the positions come from those who may speak for a side, the outcome from the rule."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Model
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.search import index
from bildungsnetz.governance import signals
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.consensus import SidePosition, Verdict
from bildungsnetz.governance.domain.decision_kinds import Outcome, Position
from bildungsnetz.governance.domain.urgent_orders import UrgentState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import (
    AgendaItem,
    Body,
    Decision,
    DecisionObjection,
    DecisionPosition,
    Session,
)
from bildungsnetz.governance.policies import decisions as policies
from bildungsnetz.governance.selectors.decision_sheet import deciding_sides
from bildungsnetz.governance.selectors.decisions import DECISION
from bildungsnetz.governance.services.decision_periods import period_for
from bildungsnetz.governance.services.statements import Statement, weigh
from bildungsnetz.governance.services.urgent_items import settle_urgent_order


@transaction.atomic
def record_decision(*, actor: Actor, item: AgendaItem, statement: Statement, now: datetime) -> Decision:
    """Record the decision on an item of a running session and mark the item as treated (or postponed).

    Under `CONSENSUS_SIDES` a position counts only from the co-chair of the side or, while absent, the deputy; an
    objection only from somebody who is present. Numbers count per body and period without gap: the row of the body is
    locked. Raises NotAllowed, and RuleViolation at the field that is wrong (see `weigh`); then nothing is written.
    """
    item, body = _locked(item)
    if not policies.may_record(actor, item, body):
        raise NotAllowed
    verdict = weigh(item, body, statement)
    if item.decisions.exists():
        raise RuleViolation(
            _("Zu diesem Punkt ist schon ein Beschluss festgehalten. Sie können ihn berichtigen.")
        )
    decision = numbered_decision(item, body, day_of(item.session.starts_at), now)
    write(decision, statement, verdict)
    _settle_item(item, verdict)
    settle_urgent_order(decision, actor=actor, now=now)
    tell("record", decision, actor=actor, now=now)
    return decision


@transaction.atomic
def correct_decision(*, actor: Actor, decision: Decision, statement: Statement, now: datetime) -> Decision:
    """Write a decision anew under its number until the minutes are written and as long as no order hangs on it.

    Raises NotAllowed, and RuleViolation as `record_decision` does; then everything stays as it was.
    """
    item, body = _locked(decision.item)
    if not policies.may_record(actor, item, body):
        raise NotAllowed
    decision = Decision.objects.select_for_update().get(pk=decision.pk)
    decision.item, decision.body = item, body
    if decision.read_out_at is not None:
        time = f"{decision.read_out_at.astimezone(BERLIN):%H:%M}"
        text = _(
            "Der Wortlaut wurde um %(time)s Uhr verlesen und festgestellt. Ihre Änderung ist nicht gespeichert. "
            "Entsperren Sie ihn mit einem Grund, bevor Sie ihn berichtigen."
        )
        raise RuleViolation(text % {"time": time})
    if hasattr(item, "urgent_order") and item.urgent_order.state == UrgentState.NOT_CONFIRMED:
        raise RuleViolation(
            _("Der Eilauftrag ist mit diesem Beschluss beendet. Er bleibt, wie er festgehalten ist.")
        )
    if hasattr(decision, "circular"):
        raise RuleViolation(_("Ein Umlaufbeschluss bleibt, wie ihn die Mitglieder beantwortet haben."))
    if decision.orders.exists():
        raise RuleViolation(
            _("Aus diesem Beschluss ist schon ein Auftrag entstanden. Er bleibt, wie er festgehalten ist.")
        )
    if not decision.stands or decision.overtakes.exists():
        raise RuleViolation(_("An diesem Beschluss hängt ein anderer. Lösen Sie erst die Verbindung."))
    verdict = weigh(item, body, statement)
    decision.positions.all().delete()
    decision.objections.all().delete()
    write(decision, statement, verdict)
    _settle_item(item, verdict)
    settle_urgent_order(decision, actor=actor, now=now)
    tell("correct", decision, actor=actor, now=now)
    return decision


def _locked(item: AgendaItem) -> tuple[AgendaItem, Body]:
    """Session, item and body as they are now, held until the end of the transaction, always in this order."""
    session = Session.objects.select_for_update().get(pk=item.session_id)
    body = Body.objects.select_for_update().get(pk=session.body_id)
    locked = AgendaItem.objects.select_for_update().get(pk=item.pk)
    session.body, locked.session = body, session
    return locked, body


def numbered_decision(item: AgendaItem, body: Body, on: date, now: datetime) -> Decision:
    """An unwritten decision with the next number of its series; the row of the body must be locked."""
    is_closed = item.visibility == Visibility.OFFICE
    period = period_for(body, on)
    series = Decision.objects.filter(body=body, period=period, is_closed=is_closed)
    return Decision(
        item=item,
        body=body,
        year=on.year,
        period=period,
        number=int(series.aggregate(last=Max("number"))["last"] or 0) + 1,
        is_closed=is_closed,
        decided_on=on,
        recorded_at=now,
    )


def write(decision: Decision, statement: Statement, verdict: Verdict) -> None:
    """Save the decision with what was said and what the rule made of it."""
    decision.rule = decision.body.decision_rule
    decision.wording, decision.note = statement.wording.strip(), statement.note.strip()
    decision.outcome = verdict.outcome
    decision.reasons = [[reason.code.value, reason.side] for reason in verdict.reasons]
    decision.votes_yes = statement.ballot.yes
    decision.votes_no = statement.ballot.no
    decision.votes_abstained = statement.ballot.abstained
    decision.save()
    _write_positions(decision, statement)
    DecisionObjection.objects.bulk_create(
        DecisionObjection(decision=decision, person_id=int(entry.person_key), text=entry.text.strip())
        for entry in statement.objections
    )


def _write_positions(decision: Decision, statement: Statement) -> None:
    """What each side said; whose position is missing was not represented. A deferred proposal has only what was said."""
    stated = {entry.side: entry for entry in statement.positions}
    DecisionPosition.objects.bulk_create(
        DecisionPosition(
            decision=decision,
            side=side,
            position=entry.position,
            stated_by_id=int(entry.stated_by) if entry.stated_by else None,
            text=entry.text.strip(),
        )
        for side in deciding_sides(decision.body)
        if side.key in stated or not statement.is_deferred
        for entry in [stated.get(side.key, SidePosition(side.key, Position.NOT_REPRESENTED))]
    )


def _settle_item(item: AgendaItem, verdict: Verdict) -> None:
    postponed = verdict.outcome is Outcome.DEFERRED
    item.state = ItemState.POSTPONED if postponed else ItemState.TREATED
    item.save(update_fields=["state"])


def tell(verb: str, decision: Decision, *, actor: Actor, now: datetime) -> None:
    """Put the decision into search and history and announce it; part of every act that writes one."""
    # The history of a session is read by people who may not even know that a confidential item exists.
    thread: Model = decision if decision.is_closed else decision.item.session
    outcome = str(Outcome(decision.outcome).label)
    index(DECISION, [decision.pk])
    audit.record(
        f"governance.decision.{verb}", actor=actor, on=decision, thread=thread, now=now, outcome=outcome
    )
    signals.decision_recorded.send(Decision, decision=decision, actor=actor, now=now)
