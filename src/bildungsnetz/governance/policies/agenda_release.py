"""Who may release an agenda."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Session

RELEASE = "governance.agenda.release"


def may_release(actor: Actor, session: Session) -> bool:
    """Whether the actor chairs or deputises; for which side is asked of the seats."""
    return actor.can(RELEASE, session.body.scope)
