"""Who may brief the representatives of the schools, and who reads a briefing."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Session

WRITE = "governance.briefing.write"


def may_write_briefings(actor: Actor, session: Session) -> bool:
    """Whoever briefs in this body; also sees who has read."""
    return actor.user_id is not None and actor.can(WRITE, session.body.scope)


def may_brief(actor: Actor, session: Session) -> bool:
    """Between the invitation and the session."""
    return session.state == SessionState.INVITED and may_write_briefings(actor, session)
