"""Who may write, approve and read minutes."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body, Minutes
from bildungsnetz.governance.policies.visibility import READ, READ_CLOSED

COMPOSE = "governance.minutes.compose"
CHANGE = "governance.minutes.change"
SUBMIT = "governance.minutes.submit"
APPROVE = "governance.minutes.approve"
OBJECT = "governance.minutes.object"
SUPPLEMENT = "governance.minutes.supplement"


def may_compose(actor: Actor, body: Body) -> bool:
    return actor.can(COMPOSE, body.scope)


def may_change(actor: Actor, body: Body) -> bool:
    return actor.can(CHANGE, body.scope)


def may_submit(actor: Actor, body: Body) -> bool:
    return actor.can(SUBMIT, body.scope)


def may_approve(actor: Actor, body: Body) -> bool:
    """Whether the actor chairs or deputises; for which side is asked of the seats on the day."""
    return actor.can(APPROVE, body.scope)


def may_object(actor: Actor, body: Body) -> bool:
    """Whoever has a seat; whether the text was delivered to her is asked of the deliveries."""
    return actor.can(OBJECT, body.scope)


def may_read_objections(actor: Actor, body: Body) -> bool:
    """Objections may speak of confidential items."""
    return actor.can(READ, body.scope) and actor.can(READ_CLOSED, body.scope)


def may_read_versions(actor: Actor, body: Body) -> bool:
    """Versions are drafts: for those who write minutes and those who approve them, if they may read everything."""
    return (may_change(actor, body) or may_approve(actor, body)) and actor.can(READ_CLOSED, body.scope)


def may_supplement(actor: Actor, body: Body) -> bool:
    return actor.can(SUPPLEMENT, body.scope)


def may_read(actor: Actor, minutes: Minutes) -> bool:
    """Drafts are for the secretariat, submitted and approved minutes for the body and the office."""
    body = minutes.session.body
    if minutes.is_draft:
        return may_change(actor, body)
    return actor.can(READ, body.scope)
