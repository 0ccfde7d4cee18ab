"""Who may record and read decisions."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body, Decision
from bildungsnetz.governance.policies.visibility import may_read_visibility

RECORD = "governance.decision.record"


def may_record(actor: Actor, body: Body) -> bool:
    return actor.can(RECORD, body.scope)


def may_read(actor: Actor, decision: Decision) -> bool:
    """Who may read the item may read what was decided on it."""
    return may_read_visibility(actor, decision.item.visibility, decision.body.scope)
