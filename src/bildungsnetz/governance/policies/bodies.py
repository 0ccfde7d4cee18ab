"""Who may see and change bodies, seats, mandates and chairs."""

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.governance.models import Body

READ = "governance.body.read"
CREATE = "governance.body.create"
CHANGE = "governance.body.change"
ADD_MANDATE = "governance.mandate.add"
END_MANDATE = "governance.mandate.end"
SET_CHAIR = "governance.chair.set"


def seen_body_ids(actor: Actor) -> frozenset[int] | None:
    """The bodies whose members the actor may see; None means all."""
    return None if EVERYWHERE in actor.scopes(READ) else actor.scope_keys(READ, "body")


def may_create_body(actor: Actor) -> bool:
    return actor.can(CREATE)


def may_change_body(actor: Actor, body: Body) -> bool:
    """Settings, sides and seats."""
    return actor.can(CHANGE, body.scope)


def may_add_mandate(actor: Actor, body: Body) -> bool:
    """Mandates and deputies."""
    return actor.can(ADD_MANDATE, body.scope)


def may_end_mandate(actor: Actor, body: Body) -> bool:
    """Mandates and deputies."""
    return actor.can(END_MANDATE, body.scope)


def may_set_chair(actor: Actor, body: Body) -> bool:
    """Enter a chair and end it."""
    return actor.can(SET_CHAIR, body.scope)


def what_may(actor: Actor, body: Body) -> dict[str, bool]:
    """The acts on a body as its page asks for them."""
    return {
        "may_change": may_change_body(actor, body),
        "may_add_mandate": may_add_mandate(actor, body),
        "may_set_chair": may_set_chair(actor, body),
    }
