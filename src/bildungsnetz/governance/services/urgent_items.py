"""The item of the next session that confirms an urgent order, and what its decision makes of the order."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import audit
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.urgent_orders import UrgentState, after_decision
from bildungsnetz.governance.models import AgendaItem, Body, Decision, Order, Session, UrgentOrder
from bildungsnetz.governance.selectors.urgent_orders import waiting
from bildungsnetz.governance.services.agenda import add_item
from bildungsnetz.governance.services.moving_items import move_to_session
from bildungsnetz.governance.services.orders import end_unconfirmed_order


def place_urgent_orders(body: Body, session: Session, *, now: datetime) -> None:
    """Put each urgent order that waits for its confirmation on the agenda; body and session are locked."""
    rows = UrgentOrder.objects.filter(body=body).select_for_update(of=("self",))
    for urgent in waiting(rows).order_by("proposed_at", "pk"):
        if urgent.item is not None and urgent.item.session.state == SessionState.CANCELLED:
            move_to_session(urgent.item, session)
            continue
        with override("de"):
            urgent.item = _new_item(urgent, session, now)
        urgent.save(update_fields=["item"])


def settle_urgent_order(decision: Decision, *, actor: Actor, now: datetime) -> None:
    """Confirm the urgent order the decision is about, or end it; part of recording the decision."""
    rows = UrgentOrder.objects.select_related("order").select_for_update(of=("self",))
    urgent = rows.filter(item=decision.item_id, state=UrgentState.GIVEN).first()
    target = after_decision(Outcome(decision.outcome))
    if urgent is None or urgent.order is None or target is None:
        return
    urgent.state = target
    urgent.save(update_fields=["state"])
    verb = "confirm"
    if target is UrgentState.CONFIRMED:
        Order.objects.filter(pk=urgent.order.pk).update(decision=decision)
    else:
        verb = "refuse"
        with override("de"):
            reason = _("Die Sitzung hat den Eilauftrag nicht bestätigt (%(decision)s).") % {
                "decision": decision
            }
        end_unconfirmed_order(actor=actor, order=urgent.order, reason=reason, now=now)
    record(verb, urgent, actor=actor, now=now, decision=str(decision))


def record(verb: str, urgent: UrgentOrder, *, actor: Actor, now: datetime, **facts: str) -> None:
    """One act on an urgent order; its title may be for few, so the record of acts names only the act."""
    label = str(urgent.order) if urgent.order else str(_("Eilauftrag"))
    audit.record(
        f"governance.urgent_order.{verb}",
        actor=actor,
        on=urgent,
        thread=urgent,
        label=label,
        now=now,
        **facts,
    )


def _new_item(urgent: UrgentOrder, session: Session, now: datetime) -> AgendaItem:
    facts = {
        "order": urgent.order,
        "title": urgent.title,
        "body": urgent.body,
        "day": german_day(urgent.order.issued_on) if urgent.order else "",
    }
    summary = _("Beide Seiten des Vorsitzes haben den Auftrag am %(day)s gemeinsam erteilt.") % facts
    return add_item(
        actor=SYSTEM,
        session=session,
        title=_("Bestätigung des Eilauftrags: %(title)s") % facts,
        kind=ItemKind.DECISION,
        summary=f"{summary}\n\n{urgent.reason}",
        proposal=_("%(body)s bestätigt den %(order)s „%(title)s“.") % facts,
        visibility=urgent.visibility,
        minutes_planned=10,
        now=now,
    )
