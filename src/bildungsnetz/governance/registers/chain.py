"""The links of the chain that live in governance: recommendation, item, decision, order, report."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import chain
from bildungsnetz.core.registers.chain import Link
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.decision_kinds import DecisionState, Outcome
from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.domain.recommendations import RecommendationState, has_position
from bildungsnetz.governance.models import AgendaItem, Decision, Order, OrderReport
from bildungsnetz.governance.policies import decisions as decision_policy
from bildungsnetz.governance.policies import orders as order_policy
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.selectors.recommendations import recommendations

RECOMMENDATION, ITEM, DECISION = "governance.recommendation", "governance.item", "governance.decision"
ORDER, REPORT = "governance.order", "governance.report"
TONE_OF_OUTCOME = {
    Outcome.ADOPTED: "success",
    Outcome.ADOPTED_WITH_RESERVATION: "success",
    Outcome.NO_CONSENSUS: "danger",
    Outcome.DEFERRED: "warning",
}
TONE_OF_ORDER = {
    OrderState.DELIVERED: "info",
    OrderState.ACCEPTED_BY_BODY: "success",
    OrderState.CLOSED: "success",
    OrderState.RETURNED: "warning",
    OrderState.IN_PROGRESS: "info",
}


def register() -> None:
    chain.register(RECOMMENDATION, rank=10, reader=_recommendations)
    chain.register(ITEM, rank=20, reader=_items)
    chain.register(DECISION, rank=30, reader=_decisions)
    chain.register(ORDER, rank=40, reader=_orders)
    chain.register(REPORT, rank=70, reader=_reports)


def _recommendations(actor: Actor, pks: Iterable[int]) -> list[Link]:
    rows = recommendations(actor).filter(pk__in=pks).prefetch_related("items").order_by("pk")
    return [
        Link(
            RECOMMENDATION,
            row.pk,
            _("Empfehlung"),
            row.title,
            RecommendationState(row.state).label,
            "success" if has_position(RecommendationState(row.state)) else "warning",
            row.collected_on,
            reverse("governance:recommendation", args=[row.pk]),
            frozenset((ITEM, item.pk) for item in row.items.all()),
        )
        for row in rows
    ]


def _items(actor: Actor, pks: Iterable[int]) -> list[Link]:
    rows = (
        AgendaItem.objects.filter(pk__in=pks)
        .select_related("session__body", "urgent_order")
        .prefetch_related("decisions")
    )
    return [
        Link(
            ITEM,
            row.pk,
            _("Tagesordnung"),
            f"{row.session}: {row.title}",
            ItemState(row.state).label,
            "success" if row.state == ItemState.TREATED else "quiet",
            day_of(row.session.starts_at),
            reverse("governance:session", args=[row.session_id]),
            frozenset((DECISION, decision.pk) for decision in row.decisions.all())
            | (frozenset({(RECOMMENDATION, row.recommendation_id)}) if row.recommendation_id else frozenset())
            | _confirms(row),
        )
        for row in rows.order_by("pk")
        if may_read_visibility(actor, row.visibility, row.session.body.scope)
    ]


def _confirms(item: AgendaItem) -> frozenset[tuple[str, int]]:
    """The urgent order that the item confirms."""
    order = item.urgent_order.order_id if hasattr(item, "urgent_order") else None
    return frozenset({(ORDER, order)}) if order else frozenset()


def _decisions(actor: Actor, pks: Iterable[int]) -> list[Link]:
    rows = (
        Decision.objects.filter(pk__in=pks)
        .select_related("body", "item", "overtaken")
        .prefetch_related("orders", "overtakes")
    )
    return [
        Link(
            DECISION,
            row.pk,
            _("Beschluss"),
            str(row),
            Outcome(row.outcome).label if row.stands else DecisionState(row.state).label,
            TONE_OF_OUTCOME.get(Outcome(row.outcome), "quiet") if row.stands else "quiet",
            row.decided_on,
            reverse("governance:decision", args=[row.pk]),
            frozenset((ORDER, order.pk) for order in row.orders.all())
            | {(ITEM, row.item_id)}
            | {(DECISION, link.earlier_id) for link in row.overtakes.all()}
            | ({(DECISION, row.overtaken.later_id)} if hasattr(row, "overtaken") else set()),
        )
        for row in rows.order_by("pk")
        if decision_policy.may_read(actor, row)
    ]


def _readable_orders(actor: Actor, rows: QuerySet[Order]) -> list[Order]:
    found = rows.select_related("body", "urgent", "assignee_person").prefetch_related("reports")
    return [row for row in found.order_by("pk") if order_policy.may_read(actor, row)]


def _orders(actor: Actor, pks: Iterable[int]) -> list[Link]:
    return [
        Link(
            ORDER,
            row.pk,
            _("Auftrag"),
            row.title,
            OrderState(row.state).label,
            TONE_OF_ORDER.get(OrderState(row.state), "quiet"),
            row.due_on,
            reverse("governance:order", args=[row.pk]),
            frozenset((REPORT, report.pk) for report in row.reports.all()) | _sources(row),
        )
        for row in _readable_orders(actor, Order.objects.filter(pk__in=pks))
    ]


def _sources(order: Order) -> frozenset[tuple[str, int]]:
    """The decision, and for an urgent order the item of the session that confirms it."""
    found = {(DECISION, order.decision_id)} if order.decision_id else set()
    item = order.urgent.item_id if hasattr(order, "urgent") else None
    return frozenset(found | ({(ITEM, item)} if item else set()))


def _reports(actor: Actor, pks: Iterable[int]) -> list[Link]:
    rows = OrderReport.objects.filter(pk__in=pks).order_by("pk")
    readable = {
        order.pk for order in _readable_orders(actor, Order.objects.filter(reports__in=pks).distinct())
    }
    return [
        Link(
            REPORT,
            row.pk,
            _("Bericht"),
            _("Ergebnis vorgelegt") if row.is_final else _("Zwischenbericht"),
            "",
            "quiet",
            row.reported_on,
            reverse("governance:order", args=[row.order_id]) + "#berichte",
            frozenset({(ORDER, row.order_id)}),
        )
        for row in rows
        if row.order_id in readable
    ]
