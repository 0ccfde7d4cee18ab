"""Who may ask to join a body and who answers."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body

ANSWER = "governance.join_request.answer"


def may_answer(actor: Actor, body: Body) -> bool:
    """The secretariat everywhere, the chair in the own body."""
    return actor.can(ANSWER, body.scope)
