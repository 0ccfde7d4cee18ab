"""Who may set up a conference, moderate its forums and write the report to it."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body, Session

SET_UP = "governance.conference.set_up"
MODERATE = "governance.forum.moderate"
WRITE_REPORT = "governance.conference_report.write"


def may_set_up(actor: Actor, session: Session) -> bool:
    """Say for whom a conference is, and prepare its forums."""
    return actor.can(SET_UP, session.body.scope)


def may_moderate(actor: Actor, session: Session) -> bool:
    """Open and close forums; read, release, refuse and merge contributions."""
    return actor.can(MODERATE, session.body.scope)


def may_write_report(actor: Actor, body: Body) -> bool:
    """Draft, change and close the report to a conference."""
    return actor.can(WRITE_REPORT, body.scope)
