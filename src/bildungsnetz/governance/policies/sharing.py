"""Who may pass something on about a session."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Session

WRITE = "governance.summary.write"


def may_write_summary(actor: Actor, session: Session) -> bool:
    """Whoever sits in the body, once the invitation is out."""
    is_out = session.state not in {SessionState.PLANNED, SessionState.CANCELLED}
    return actor.user_id is not None and is_out and actor.can(WRITE, session.body.scope)
