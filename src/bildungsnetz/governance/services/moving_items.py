"""Items that move along when their session is called off."""

from django.db.models import Max

from bildungsnetz.governance.models import AgendaItem, Session
from bildungsnetz.governance.services.numbering import renumber


def move_to_session(item: AgendaItem, session: Session) -> None:
    """Take an item of a cancelled session along to this one, at the end of its agenda."""
    last = session.items.aggregate(last=Max("position"))["last"] or 0
    item.session, item.position, item.number = session, last + 1, None
    item.save_version(item.version, update_fields=["version", "session", "position", "number"])
    renumber(session)
