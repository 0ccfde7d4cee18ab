"""Who may keep the templates of sessions; planning a year is planning sessions."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body

CHANGE = "governance.template.change"


def may_change_templates(actor: Actor, body: Body) -> bool:
    return actor.can(CHANGE, body.scope)
