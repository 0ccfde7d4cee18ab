"""What other contexts may use of governance."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body, Decision, Order, Session
from bildungsnetz.governance.selectors.orders import orders

__all__ = ["Body", "Decision", "Order", "Session", "order_for", "orders"]


def order_for(actor: Actor, pk: str) -> Order | None:
    """The order with this key (as it stands in an address), if the actor may read it."""
    return orders(actor).filter(pk=pk).first() if pk.isdecimal() else None
