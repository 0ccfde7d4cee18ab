"""Who may have a link of one's own."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body
from bildungsnetz.governance.policies.visibility import READ


def may_open_feed(actor: Actor, body: Body | None) -> bool:
    """Everybody with an account for herself; of one body whoever may read its sessions."""
    return actor.user_id is not None and (body is None or actor.can(READ, body.scope))
