"""Orders: given from a decision, carried, reported on, delivered, accepted or returned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance import signals
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome
from bildungsnetz.governance.domain.orders import (
    ENDED_UNCONFIRMED,
    ORDER_STEPS,
    DecisionSource,
    OrderState,
    OrderTerms,
    UrgentSource,
    refuse_order,
)
from bildungsnetz.governance.models import Body, Decision, Order, OrderReport, ReportDate
from bildungsnetz.governance.policies import orders as policies
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import FieldOfAction, Institution, Person


@dataclass(frozen=True)
class Terms:
    """What is ordered: exactly one of the three assignees, at least one report date."""

    title: str
    goal: str
    due_on: date
    report_dates: Sequence[date]
    person: Person | None = None
    institution: Institution | None = None
    body: Body | None = None
    field_of_action: FieldOfAction | None = None

    @property
    def assignees(self) -> list[Person | Institution | Body]:
        return [found for found in (self.person, self.institution, self.body) if found is not None]


@transaction.atomic
def issue_order(*, actor: Actor, decision: Decision, terms: Terms, now: datetime) -> Order:
    """Give an order from a decision adopted by consensus of sides. Raises NotAllowed, RuleViolation at the field."""
    decision = Decision.objects.select_related("body", "item__session").get(pk=decision.pk)
    if not policies.may_issue(actor, decision.body):
        raise NotAllowed
    wait_for_other_numbers()
    if not decision.stands:
        raise RuleViolation(_("Dieser Beschluss ist ersetzt oder aufgehoben."), field="decision")
    source = DecisionSource(Outcome(decision.outcome), DecisionRule(decision.rule))
    refuse_terms(terms, source, day_of(now))
    return give(
        actor=actor,
        body=decision.body,
        decision=decision,
        visibility=decision.item.visibility,
        terms=terms,
        now=now,
    )


def give(
    *, actor: Actor, body: Body, decision: Decision | None, visibility: str, terms: Terms, now: datetime
) -> Order:
    """Number and save an order whose terms are right, and announce it; `wait_for_other_numbers` was called before."""
    issued_on = day_of(now)
    last = Order.objects.filter(year=issued_on.year).aggregate(last=Max("number"))["last"]
    order = Order.objects.create(
        body=body,
        decision=decision,
        visibility=visibility,
        year=issued_on.year,
        number=(last or 0) + 1,
        title=terms.title.strip(),
        goal=terms.goal.strip(),
        field_of_action=terms.field_of_action,
        assignee_person=terms.person,
        assignee_institution=terms.institution,
        assignee_body=terms.body,
        issued_on=issued_on,
        due_on=terms.due_on,
    )
    ReportDate.objects.bulk_create(ReportDate(order=order, due_on=day) for day in sorted(terms.report_dates))
    _record("issue", actor=actor, order=order, now=now, due_on=f"{order.due_on:%d.%m.%Y}")
    signals.order_issued.send(Order, order=order, actor=actor, now=now)
    return order


def wait_for_other_numbers() -> None:
    """Orders count per year across all bodies that give them: whoever numbers one holds these rows until the commit."""
    giving = Body.objects.filter(decision_rule=DecisionRule.CONSENSUS_SIDES).order_by("pk")
    list(giving.select_for_update().values_list("pk", flat=True))


def refuse_terms(terms: Terms, source: DecisionSource | UrgentSource, issued_on: date) -> None:
    """Raises RuleViolation at the field of the terms that is wrong."""
    raise_first(
        refuse_order(
            OrderTerms(
                source=source,
                assignee_key=str(terms.assignees[0].pk) if terms.assignees else "",
                goal=terms.goal,
                issued_on=issued_on,
                due_on=terms.due_on,
                report_dates=tuple(terms.report_dates),
            )
        )
    )
    if len(terms.assignees) > 1:
        raise RuleViolation(_("Ein Auftrag geht an genau eine Stelle."), field="assignee")
    if not terms.title.strip():
        raise RuleViolation(_("Sagen Sie in einem Satz, was zu tun ist."), field="title")


@transaction.atomic
def accept_order(*, actor: Actor, order: Order, now: datetime) -> Order:
    """The assignee takes the order on. Raises NotAllowed, RuleViolation."""
    return _step(order, OrderState.ACCEPTED, "accept", policies.may_carry, actor=actor, now=now)


@transaction.atomic
def start_order(*, actor: Actor, order: Order, now: datetime) -> Order:
    """Work begins, or begins again after a return. Raises NotAllowed, RuleViolation."""
    return _step(order, OrderState.IN_PROGRESS, "start", policies.may_carry, actor=actor, now=now)


@transaction.atomic
def report_on_order(*, actor: Actor, order: Order, text: str, now: datetime) -> OrderReport:
    """Write an interim report on a running order. Raises NotAllowed, RuleViolation."""
    order = _locked(order)
    if not policies.may_carry(actor, order):
        raise NotAllowed
    if order.state not in {OrderState.ACCEPTED, OrderState.IN_PROGRESS, OrderState.RETURNED}:
        raise RuleViolation(_("Berichtet wird über laufende Aufträge."))
    report = _write_report(order, text, actor=actor, now=now)
    _record("report", actor=actor, order=order, now=now)
    return report


@transaction.atomic
def deliver_order(*, actor: Actor, order: Order, text: str, now: datetime) -> Order:
    """Lay the result before the body. Raises NotAllowed, RuleViolation."""
    if not text.strip():
        raise RuleViolation(_("Beschreiben Sie das Ergebnis."), field="text")
    order = _step(order, OrderState.DELIVERED, "deliver", policies.may_carry, actor=actor, now=now, text=text)
    order.delivered_on = day_of(now)
    order.save(update_fields=["delivered_on"])
    _write_report(order, text, actor=actor, now=now, is_final=True)
    return order


@transaction.atomic
def settle_order(*, actor: Actor, order: Order, now: datetime) -> Order:
    """The body accepts the result. Raises NotAllowed, RuleViolation."""
    order = _step(order, OrderState.ACCEPTED_BY_BODY, "settle", policies.may_settle, actor=actor, now=now)
    order.settled_on = day_of(now)
    order.save(update_fields=["settled_on"])
    return order


@transaction.atomic
def return_order(*, actor: Actor, order: Order, reason: str, now: datetime) -> Order:
    """The body gives the result back with a reason. Raises NotAllowed, RuleViolation."""
    return _step(order, OrderState.RETURNED, "return", policies.may_settle, actor=actor, now=now, text=reason)


@transaction.atomic
def close_order(*, actor: Actor, order: Order, now: datetime) -> Order:
    """The file is closed after the result was accepted. Raises NotAllowed, RuleViolation."""
    return _step(order, OrderState.CLOSED, "close", policies.may_settle, actor=actor, now=now)


@transaction.atomic
def withdraw_order(*, actor: Actor, order: Order, reason: str, now: datetime) -> Order:
    """The body no longer wants it. Raises NotAllowed, RuleViolation."""
    return _step(
        order, OrderState.WITHDRAWN, "withdraw", policies.may_withdraw, actor=actor, now=now, text=reason
    )


@transaction.atomic
def end_unconfirmed_order(*, actor: Actor, order: Order, reason: str, now: datetime) -> Order:
    """The session does not confirm an urgent order: it ends if it still runs. Part of recording that decision."""
    order = _locked(order)
    if order.state in ENDED_UNCONFIRMED:
        _move(order, OrderState.WITHDRAWN, "withdraw", reason, actor=actor, now=now)
    return order


def _step(
    order: Order,
    target: OrderState,
    verb: str,
    may: Callable[[Actor, Order], bool],
    *,
    actor: Actor,
    now: datetime,
    text: str = "",
) -> Order:
    order = _locked(order)
    if not may(actor, order):
        raise NotAllowed
    refusal = ORDER_STEPS.refuse(OrderState(order.state), target, text)
    raise_first([refusal] if refusal else [])
    return _move(order, target, verb, text, actor=actor, now=now)


def _move(order: Order, target: OrderState, verb: str, text: str, *, actor: Actor, now: datetime) -> Order:
    order.state, order.state_note = target, text.strip()
    order.save_version(order.version)
    _record(verb, actor=actor, order=order, now=now)
    signals.order_changed.send(Order, order=order, actor=actor, now=now)
    return order


def _locked(order: Order) -> Order:
    return (
        Order.objects.select_related("body", "decision__item__session", "assignee_person")
        .select_for_update(of=("self",))
        .get(pk=order.pk)
    )


def _write_report(
    order: Order, text: str, *, actor: Actor, now: datetime, is_final: bool = False
) -> OrderReport:
    if not text.strip():
        raise RuleViolation(_("Schreiben Sie, was geschehen ist."), field="text")
    return OrderReport.objects.create(
        order=order,
        reported_on=day_of(now),
        text=text.strip(),
        is_final=is_final,
        reported_by_name=actor.name,
    )


def _record(verb: str, *, actor: Actor, order: Order, now: datetime, **facts: Any) -> None:
    audit.record(f"governance.order.{verb}", actor=actor, on=order, now=now, **facts)
