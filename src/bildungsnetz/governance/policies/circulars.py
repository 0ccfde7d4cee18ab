"""Who may start, answer and withdraw circular resolutions."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body

START = "governance.circular.start"
ANSWER = "governance.circular.answer"
WITHDRAW = "governance.circular.withdraw"


def may_start(actor: Actor, body: Body) -> bool:
    """The secretariat and the chairs."""
    return actor.can(START, body.scope)


def may_answer(actor: Actor, body: Body) -> bool:
    """Whoever has a seat; whether that seat was asked is asked of the circular."""
    return actor.can(ANSWER, body.scope)


def may_withdraw(actor: Actor, body: Body) -> bool:
    return actor.can(WITHDRAW, body.scope)
