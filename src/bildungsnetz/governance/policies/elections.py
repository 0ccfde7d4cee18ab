"""Who may prepare, open, count and settle elections."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body

RUN = "governance.election.run"


def may_run_election(actor: Actor, body: Body) -> bool:
    """All steps; voting itself needs only the link."""
    return actor.can(RUN, body.scope)
