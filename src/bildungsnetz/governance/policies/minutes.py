"""Who may write, approve and read minutes."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body, Minutes
from bildungsnetz.governance.policies.visibility import READ

COMPOSE = "governance.minutes.compose"
CHANGE = "governance.minutes.change"
SUBMIT = "governance.minutes.submit"
APPROVE = "governance.minutes.approve"
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


def may_supplement(actor: Actor, body: Body) -> bool:
    return actor.can(SUPPLEMENT, body.scope)


def may_read(actor: Actor, minutes: Minutes) -> bool:
    """Drafts are for the secretariat, submitted and approved minutes for the body and the office."""
    body = minutes.session.body
    if minutes.is_draft:
        return may_change(actor, body)
    return actor.can(READ, body.scope)
