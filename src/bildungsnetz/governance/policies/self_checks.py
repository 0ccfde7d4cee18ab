"""Who may start a self-check and read its result."""

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.governance.models import Body

READ = "governance.self_check.read"
START = "governance.self_check.start"


def may_start(actor: Actor, body: Body) -> bool:
    return actor.can(START, body.scope)


def readable_ids(actor: Actor) -> frozenset[int] | None:
    """The bodies whose self-checks the actor may read; None means all."""
    return None if EVERYWHERE in actor.scopes(READ) else actor.scope_keys(READ, "body")
