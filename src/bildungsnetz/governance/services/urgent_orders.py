"""Urgent orders: proposed by the office or a chair, given once the chairs of all sides have agreed."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.orders import UrgentSource
from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.urgent_orders import (
    URGENT_STEPS,
    UrgentState,
    refuse_proposal,
    side_to_agree,
)
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, UrgentAgreement, UrgentOrder
from bildungsnetz.governance.policies import urgent_orders as policies
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.selectors.circulars import sides_without_chair
from bildungsnetz.governance.selectors.next_session import next_session
from bildungsnetz.governance.selectors.seats import consensus_sides
from bildungsnetz.governance.selectors.urgent_orders import agreed_by, holders
from bildungsnetz.governance.services.between_sessions import place_waiting
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.orders import Terms, give, refuse_terms, wait_for_other_numbers
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.governance.services.urgent_items import record
from bildungsnetz.governance.services.urgent_mails import tell_chairs, tell_of_order
from bildungsnetz.network.api import person_of_user


@transaction.atomic
def propose_urgent_order(
    *,
    actor: Actor,
    body: Body,
    terms: Terms,
    reason: str,
    now: datetime,
    visibility: Visibility | str = Visibility.BODY,
) -> UrgentOrder:
    """Ask the chairs of all sides for an order before the session. Raises NotAllowed, RuleViolation at the field."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    if not (policies.may_propose(actor, body) and may_read_visibility(actor, visibility, body.scope)):
        raise NotAllowed
    missing = sides_without_chair(body, day_of(now))
    raise_first(refuse_proposal(gives_orders=body.gives_orders, reason=reason, sides_missing=missing))
    sides = consensus_sides(body)
    refuse_terms(terms, UrgentSource(sides, frozenset(sides)), day_of(now))
    urgent = UrgentOrder.objects.create(
        body=body,
        reason=reason.strip(),
        title=terms.title.strip(),
        goal=terms.goal.strip(),
        field_of_action=terms.field_of_action,
        assignee_person=terms.person,
        assignee_institution=terms.institution,
        assignee_body=terms.body,
        due_on=terms.due_on,
        report_dates=sorted(day.isoformat() for day in terms.report_dates),
        visibility=visibility,
        proposed_at=now,
        proposed_by_name=actor.name,
    )
    record("propose", urgent, actor=actor, now=now)
    tell_chairs(urgent, now=now)
    return urgent


@transaction.atomic
def agree_urgent_order(*, actor: Actor, urgent: UrgentOrder, now: datetime) -> UrgentOrder:
    """Agree for one's side; the agreement of the last side gives the order and puts its confirmation on the agenda.

    Raises NotAllowed, and RuleViolation for a second agreement, or terms whose days have passed meanwhile.
    """
    urgent = _locked(urgent, now)
    person, today = person_of_user(actor.user_id), day_of(now)
    if person is None or not policies.may_agree(actor, urgent):
        raise NotAllowed
    if not urgent.is_proposed:
        raise RuleViolation(_("Über diesen Eilauftrag ist schon entschieden."))
    side = side_to_agree(str(person.pk), holders(urgent.body, today), agreed_by(urgent))
    if isinstance(side, Refusal):
        raise RuleViolation(side.text)
    row = urgent.body.sides.get(key=side)
    UrgentAgreement.objects.create(urgent=urgent, side=row, person=person, agreed_at=now)
    record("agree", urgent, actor=actor, now=now, side=row.name)
    source = UrgentSource(consensus_sides(urgent.body), frozenset(agreed_by(urgent)))
    if source.may_order():
        _give(urgent, source, actor=actor, now=now)
    return urgent


@transaction.atomic
def withdraw_urgent_order(*, actor: Actor, urgent: UrgentOrder, reason: str, now: datetime) -> UrgentOrder:
    """Take a proposal back, or refuse it as a chair, with the reason. Raises NotAllowed, RuleViolation (field `reason`)."""
    urgent = _locked(urgent, now)
    if not policies.may_withdraw(actor, urgent):
        raise NotAllowed
    if refusal := URGENT_STEPS.refuse(UrgentState(urgent.state), UrgentState.WITHDRAWN, reason):
        raise RuleViolation(refusal.text, "reason" if refusal.field else None)
    urgent.state, urgent.withdraw_reason = UrgentState.WITHDRAWN, reason.strip()
    urgent.save(update_fields=["state", "withdraw_reason"])
    record("withdraw", urgent, actor=actor, now=now)
    return urgent


def terms_of(urgent: UrgentOrder) -> Terms:
    """What is to be ordered, as the order wants it."""
    return Terms(
        title=urgent.title,
        goal=urgent.goal,
        due_on=urgent.due_on,
        report_dates=[date.fromisoformat(day) for day in urgent.report_dates],
        person=urgent.assignee_person,
        institution=urgent.assignee_institution,
        body=urgent.assignee_body,
        field_of_action=urgent.field_of_action,
    )


def _give(urgent: UrgentOrder, source: UrgentSource, *, actor: Actor, now: datetime) -> None:
    terms = terms_of(urgent)
    refuse_terms(terms, source, day_of(now))
    urgent.order = give(
        actor=actor, body=urgent.body, decision=None, visibility=urgent.visibility, terms=terms, now=now
    )
    urgent.state = UrgentState.GIVEN
    urgent.save(update_fields=["state", "order"])
    place_waiting(urgent.body, now=now)
    tell_of_order(urgent, now=now)


def _locked(urgent: UrgentOrder, now: datetime) -> UrgentOrder:
    """The session that will confirm it, the bodies whose orders are numbered together, then the proposal."""
    session = next_session(urgent.body, now)
    if session is not None:
        lock_session(session)
    wait_for_other_numbers()
    rows = UrgentOrder.objects.select_related(
        "body", "order", "assignee_person", "assignee_institution", "assignee_body", "field_of_action"
    )
    return rows.select_for_update(of=("self",)).get(pk=urgent.pk)
