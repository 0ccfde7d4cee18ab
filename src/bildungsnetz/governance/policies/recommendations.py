"""Who may see, collect, work on and answer recommendations."""

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.governance.models import Body, Recommendation

READ = "governance.recommendation.read"
COLLECT = "governance.recommendation.collect"
CHANGE = "governance.recommendation.change"
ANSWER = "governance.recommendation.answer"
PUBLISH = "governance.recommendation.publish"


def may_read_all(actor: Actor) -> bool:
    """All recommendations, also those a conference has not adopted yet."""
    return EVERYWHERE in actor.scopes(READ)


def may_collect(actor: Actor, body: Body) -> bool:
    return actor.can(COLLECT, body.scope)


def may_change(actor: Actor, recommendation: Recommendation) -> bool:
    """Edit, lead on from state to state, put on an agenda."""
    return actor.can(CHANGE, recommendation.body.scope)


def may_answer(actor: Actor, recommendation: Recommendation) -> bool:
    return actor.can(ANSWER, recommendation.body.scope)


def may_publish(actor: Actor, recommendation: Recommendation) -> bool:
    """Let the public follow it, or no longer."""
    return actor.can(PUBLISH, recommendation.body.scope)
