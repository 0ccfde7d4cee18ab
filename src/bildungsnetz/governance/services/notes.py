"""Private notes on items. No line of the history: not even that a note exists is anybody else's business (ADR 20)."""

from datetime import datetime

from django.db import transaction

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.governance.models import AgendaItem, ItemNote
from bildungsnetz.governance.policies.visibility import READ, may_read_visibility


@transaction.atomic
def write_note(*, actor: Actor, item: AgendaItem, text: str, now: datetime) -> None:
    """Keep the actor's own note on an item; an empty text deletes it. Raises NotAllowed for whoever may not read the item."""
    scope = item.session.body.scope
    may_read = actor.can(READ, scope) and may_read_visibility(actor, item.visibility, scope)
    if actor.user_id is None or not may_read:
        raise NotAllowed
    if not text.strip():
        ItemNote.objects.filter(item=item, author=actor.user_id).delete()
        return
    ItemNote.objects.update_or_create(
        item=item, author_id=actor.user_id, defaults={"text": text.strip(), "changed_at": now}
    )
