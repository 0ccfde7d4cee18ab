"""Who may propose items and who answers."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Session
from bildungsnetz.governance.policies.sessions import ADD_ITEM

PROPOSE = "governance.proposal.propose"


def may_propose(actor: Actor, session: Session) -> bool:
    """Members, chairs and deputies of the body."""
    return actor.can(PROPOSE, session.body.scope)


def may_answer(actor: Actor, session: Session) -> bool:
    """Whoever may put items on the agenda."""
    return actor.can(ADD_ITEM, session.body.scope)
