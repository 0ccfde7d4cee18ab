"""Which acts can change what is public, and looking once after the commit, however many acts a transaction holds."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.db import transaction

from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.models import AgendaItem, Decision, Minutes, Paper
from bildungsnetz.governance.services.public_records import refresh

_SESSION: Final = "governance.session"
_OF_SESSION: Final = {
    "governance.agendaitem": (AgendaItem, "session_id"),
    "governance.decision": (Decision, "item__session_id"),
    "governance.paper": (Paper, "item__session_id"),
    "governance.minutes": (Minutes, "session_id"),
}
_OF_BODIES: Final = (
    "governance.body",
    "governance.mandate",
    "governance.consent",
    "governance.chair",
    "governance.seat_rule",
)
_OF_PEOPLE: Final = "network.person"


@dataclass
class _Touched:
    """What the running transaction has touched so far, and the moment of its last act."""

    at: datetime
    sessions: set[int] = field(default_factory=set)
    bodies: bool = False
    is_done: bool = False


def watch(entry: AuditEntry) -> None:
    """Note what an act touched; the first note of a transaction makes it look after the commit."""
    session, bodies = _session_of(entry), entry.act.startswith((*_OF_BODIES, _OF_PEOPLE))
    if session is None and not bodies:
        return
    touched = _of_this_transaction(entry.at)
    touched.at = max(touched.at, entry.at)
    touched.bodies |= bodies
    if session is not None:
        touched.sessions.add(session)


def _session_of(entry: AuditEntry) -> int | None:
    """The session an act belongs to: that of its thread, else that of its object."""
    if not entry.act.startswith("governance."):
        return None
    for kind, key in (tuple(entry.thread.rsplit(":", 1)), (entry.object_kind, entry.object_key)):
        if kind == _SESSION:
            return int(key)
        if kind in _OF_SESSION:
            model, path = _OF_SESSION[kind]
            found: int | None = model._default_manager.filter(pk=key).values_list(path, flat=True).first()
            return found
    return None


def _of_this_transaction(at: datetime) -> _Touched:
    for _ids, callback, _robust in transaction.get_connection().run_on_commit:
        waiting = getattr(callback, "touched", None)
        if isinstance(waiting, _Touched) and not waiting.is_done:
            return waiting
    touched = _Touched(at)

    def look() -> None:
        touched.is_done = True
        refresh(sessions=touched.sessions, bodies=touched.bodies, now=touched.at)

    look.touched = touched  # type: ignore[attr-defined]  # found again by the next act of the transaction
    transaction.on_commit(look, robust=True)
    return touched
