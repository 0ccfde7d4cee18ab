"""Which items, and what hangs on them, a person may read."""

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.governance.domain.visibility import Visibility

READ = "governance.session.read"
READ_CLOSED = "governance.session.read_closed"


def readable_body_ids(actor: Actor) -> frozenset[int] | None:
    """The bodies whose sessions the actor may read; None means all."""
    return _ids(actor, READ)


def closed_body_ids(actor: Actor) -> frozenset[int] | None:
    """The bodies whose confidential items the actor may read; None means all."""
    return _ids(actor, READ_CLOSED)


def may_read_visibility(actor: Actor, visibility: str, scope: str) -> bool:
    """Whether the actor may read something with this visibility in a body with this scope."""
    if visibility == Visibility.OFFICE:
        return actor.can(READ_CLOSED, scope)
    if visibility == Visibility.BODY:
        return actor.can(READ, scope)
    return visibility == Visibility.PUBLIC or not actor.is_anonymous


def _ids(actor: Actor, act: str) -> frozenset[int] | None:
    if EVERYWHERE in actor.scopes(act):
        return None
    return actor.scope_keys(act, "body")
