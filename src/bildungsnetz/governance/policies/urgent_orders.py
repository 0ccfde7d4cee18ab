"""Who may propose, agree to and withdraw urgent orders."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body, UrgentOrder
from bildungsnetz.governance.policies.visibility import may_read_visibility

PROPOSE = "governance.urgent_order.propose"
AGREE = "governance.urgent_order.agree"
WITHDRAW = "governance.urgent_order.withdraw"


def may_propose(actor: Actor, body: Body) -> bool:
    """The office and the chairs."""
    return actor.can(PROPOSE, body.scope)


def may_agree(actor: Actor, urgent: UrgentOrder) -> bool:
    """Whether the actor chairs or deputises; for which side is asked of the seats."""
    scope = urgent.body.scope
    return actor.can(AGREE, scope) and may_read_visibility(actor, urgent.visibility, scope)


def may_withdraw(actor: Actor, urgent: UrgentOrder) -> bool:
    """The office and the chairs; a chair who does not agree withdraws it with the reason."""
    scope = urgent.body.scope
    return actor.can(WITHDRAW, scope) and may_read_visibility(actor, urgent.visibility, scope)
