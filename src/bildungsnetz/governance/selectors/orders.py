"""Orders as a person may read them, with the traffic light computed for a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome
from bildungsnetz.governance.domain.orders import DecisionSource, OrderState
from bildungsnetz.governance.domain.traffic_light import OrderDates, Signal, signal
from bildungsnetz.governance.domain.urgent_orders import UrgentState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, Decision, Order
from bildungsnetz.governance.policies import orders as policies
from bildungsnetz.governance.policies.visibility import closed_body_ids, readable_body_ids

SETTLED = (OrderState.ACCEPTED_BY_BODY, OrderState.CLOSED, OrderState.WITHDRAWN)


def orders(actor: Actor) -> QuerySet[Order]:
    """All orders the actor may read, the earliest due first, with what the board and the page show."""
    mine = Q(assignee_person__user_id=actor.user_id) if actor.user_id is not None else Q(pk__in=[])
    in_bodies = _within(readable_body_ids(actor), "body") & _visible(actor, "visibility", "body")
    may_read = in_bodies if actor.can_somewhere([policies.READ]) else Q(pk__in=[])
    return (
        Order.objects.filter(mine | may_read)
        .select_related(
            "body",
            "decision__item__session",
            "urgent",
            "field_of_action",
            "assignee_person",
            "assignee_institution",
            "assignee_body",
        )
        .prefetch_related("report_dates", "reports")
        .order_by("due_on", "pk")
    )


def filtered(rows: QuerySet[Order], asked: dict[str, Any]) -> QuerySet[Order]:
    """Narrow by text, field of action, school year's calendar year and running or settled, as the filter form asks."""
    if text := asked.get("q"):
        rows = rows.filter(Q(title__icontains=text) | Q(goal__icontains=text))
    if field := asked.get("field_of_action"):
        rows = rows.filter(field_of_action=field)
    if asked.get("show") == "settled":
        return rows.filter(state__in=SETTLED)
    if asked.get("show") == "all":
        return rows
    return rows.exclude(state__in=SETTLED)


@dataclass(frozen=True)
class OrderOnBoard:
    """An order with its light on the day and the one who carries it."""

    order: Order
    light: Signal

    @property
    def state(self) -> OrderState:
        return OrderState(self.order.state)

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the chairs gave it and the session has not confirmed it yet."""
        return hasattr(self.order, "urgent") and self.order.urgent.state == UrgentState.GIVEN


def on_board(order: Order, on: date) -> OrderOnBoard:
    """The order with the traffic light of the day; report dates and reports must be prefetched."""
    dates = OrderDates(
        state=OrderState(order.state),
        issued_on=order.issued_on,
        due_on=order.due_on,
        report_dates=tuple(row.due_on for row in order.report_dates.all()),
        reported_on=tuple(row.reported_on for row in order.reports.all()),
    )
    return OrderOnBoard(order, signal(dates, on))


def decisions_for_orders(actor: Actor) -> QuerySet[Decision]:
    """The decisions the actor may read, for issuing an order from one of them."""
    readable = _within(readable_body_ids(actor), "body") & _visible(actor, "item__visibility", "body")
    return (
        Decision.objects.filter(readable)
        .select_related("body", "item__session")
        .order_by("-decided_on", "-pk")
    )


def bodies_that_carry(actor: Actor) -> QuerySet[Body]:
    """The working bodies the actor may read, by name, to whom an order can be given."""
    return Body.objects.filter(_within(readable_body_ids(actor), "pk"), is_active=True).order_by("name", "pk")


def may_become_order(decision: Decision) -> bool:
    """Whether the decision stands, and its outcome and rule let it become an order."""
    return (
        decision.stands and DecisionSource(Outcome(decision.outcome), DecisionRule(decision.rule)).may_order()
    )


def _visible(actor: Actor, visibility: str, body: str) -> Q:
    open_items = ~Q(**{visibility: Visibility.OFFICE})
    return open_items | _within(closed_body_ids(actor), body)


def _within(ids: frozenset[int] | None, body: str) -> Q:
    # An empty Q would vanish beside "|", and with it what only the office may read.
    return ~Q(pk__in=[]) if ids is None else Q(**{f"{body}__in": ids})
