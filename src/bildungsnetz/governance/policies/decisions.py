"""Who may record and read decisions."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import AgendaItem, Body, Decision
from bildungsnetz.governance.policies.visibility import READ, may_read_visibility

RECORD = "governance.decision.record"


def may_record(actor: Actor, item: AgendaItem, body: Body) -> bool:
    """Recording and correcting: the secretariat, as far as it may read the item."""
    return actor.can(RECORD, body.scope) and may_read_visibility(actor, item.visibility, body.scope)


def may_read(actor: Actor, decision: Decision) -> bool:
    """Who may read the sessions of the body and the item may read what was decided on it."""
    scope = decision.body.scope
    return actor.can(READ, scope) and may_read_visibility(actor, decision.item.visibility, scope)
