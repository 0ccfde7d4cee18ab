"""What happened between two sessions goes on the agenda of the next one; nothing of it is lost.

Whoever closes, plans or calls off locks in one order: session, body, then what waits.
"""

from datetime import datetime

from bildungsnetz.governance.models import Body, Session
from bildungsnetz.governance.selectors.next_session import next_session
from bildungsnetz.governance.services.circular_items import place_circulars
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.urgent_items import place_urgent_orders


def hold_next_session(body: Body, now: datetime) -> Session | None:
    """Lock the next session, if one is planned, and the body; part of ending something between sessions."""
    found = next_session(body, now)
    if found is not None:
        lock_session(found)
    Body.objects.select_for_update().get(pk=body.pk)
    return next_session(body, now)


def place_waiting(body: Body, *, now: datetime) -> None:
    """Put everything that waits on the agenda of the next session, if one is planned; the body is locked."""
    session = next_session(body, now)
    if session is not None:
        place_circulars(body, session, now=now)
        place_urgent_orders(body, session, now=now)
