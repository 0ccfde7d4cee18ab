"""A running session as the clerk goes through it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.models import AgendaItem, Session
from bildungsnetz.governance.selectors.agenda import agenda_of


@dataclass(frozen=True)
class Room:
    """The agenda and one item of it, with its neighbours."""

    session: Session
    items: Sequence[AgendaItem]
    item: AgendaItem | None
    before: AgendaItem | None
    after: AgendaItem | None

    @property
    def is_shown(self) -> bool:
        return self.item is not None and self.session.current_item_id == self.item.pk

    @property
    def open_items(self) -> int:
        return sum(item.state == ItemState.ACCEPTED for item in self.items)

    @property
    def is_settled(self) -> bool:
        return self.item is not None and self.item.state != ItemState.ACCEPTED


def room_of(actor: Actor, session: Session, wanted: int | None) -> Room:
    """The wanted item, else the current one, else the first. Ask for the right to change items before."""
    items = [item for item in agenda_of(actor, session) if item.number and item.state != ItemState.WITHDRAWN]
    keys = [item.pk for item in items]
    key = next((key for key in (wanted, session.current_item_id) if key in keys), keys[0] if keys else None)
    if key is None:
        return Room(session, items, None, None, None)
    at = keys.index(key)
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    return Room(session, items, items[at], before, after)
