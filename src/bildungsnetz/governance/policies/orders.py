"""Who may read, give, carry and settle orders."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body, Order
from bildungsnetz.governance.policies.visibility import may_read_visibility

READ = "governance.order.read"
ISSUE = "governance.order.issue"
CARRY = "governance.order.carry"
SETTLE = "governance.order.settle"
WITHDRAW = "governance.order.withdraw"


def may_read(actor: Actor, order: Order) -> bool:
    """Readers of the body, as far as they may read the item it comes from; the person who carries it always."""
    if carries(actor, order):
        return True
    scope = order.body.scope
    return actor.can(READ, scope) and may_read_visibility(actor, order.visibility, scope)


def carries(actor: Actor, order: Order) -> bool:
    """Whether the order was given to the person of this account."""
    person = order.assignee_person
    return person is not None and person.user_id is not None and person.user_id == actor.user_id


def may_issue(actor: Actor, body: Body) -> bool:
    return actor.can(ISSUE, body.scope)


def may_carry(actor: Actor, order: Order) -> bool:
    """Accept, start, report, deliver: the office and the person who carries it."""
    return actor.can(CARRY) or carries(actor, order)


def may_settle(actor: Actor, order: Order) -> bool:
    """Accept or return a result: head of the office and the chairs of the body."""
    return actor.can(SETTLE, order.body.scope)


def may_withdraw(actor: Actor, order: Order) -> bool:
    return actor.can(WITHDRAW, order.body.scope)
