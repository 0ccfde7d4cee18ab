"""What orders put on the page "Heute": those I carry, and results that wait for acceptance."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import my_day
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.models import Order
from bildungsnetz.governance.policies import orders as policies
from bildungsnetz.governance.selectors.orders import SETTLED, orders


def register() -> None:
    my_day.register(_matters)


def _matters(actor: Actor, now: datetime) -> list[Matter]:  # noqa: ARG001 - the form of every source
    found = (_matter(actor, order) for order in orders(actor).exclude(state__in=SETTLED))
    return [matter for matter in found if matter is not None]


def _matter(actor: Actor, order: Order) -> Matter | None:
    url = reverse("governance:order", args=[order.pk])
    if order.state == OrderState.DELIVERED:
        if not policies.may_settle(actor, order):
            return None
        return Matter("waiting", _("Ergebnis wartet auf Abnahme"), order.title, url, order.due_on)
    if policies.carries(actor, order) or actor.can(policies.ISSUE, order.body.scope):
        return Matter("due", _("Auftrag"), order.title, url, order.due_on)
    return None
