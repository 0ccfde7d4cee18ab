"""Minutes become final: text and files are frozen, the session moves on."""

import hashlib
from datetime import datetime

from bildungsnetz.core import audit
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance import signals
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Minutes
from bildungsnetz.governance.selectors.minutes import open_sections
from bildungsnetz.governance.services.minutes_document import pdf_of_excerpt, pdf_of_minutes
from bildungsnetz.governance.services.previous_minutes import answer_waiting_items
from bildungsnetz.governance.services.session_steps import take_step


def finish(minutes: Minutes, *, now: datetime) -> None:
    """Freeze locked minutes; both papers are kept as issued, so that anybody can check the one in hand."""
    minutes.state, minutes.approved_at = MinutesState.APPROVED, now
    minutes.pdf = pdf_of_minutes(minutes)
    minutes.pdf_hash = hashlib.sha256(minutes.pdf).hexdigest()
    minutes.excerpt_pdf = pdf_of_excerpt(minutes, open_sections(minutes))
    minutes.excerpt_hash = hashlib.sha256(minutes.excerpt_pdf).hexdigest()
    minutes.save_version(minutes.version)
    session = minutes.session
    take_step(session, SessionState.MINUTES_APPROVED, now=now)
    session.save(update_fields=["state"])
    audit.record(
        "governance.minutes.finish",
        actor=SYSTEM,
        on=minutes,
        thread=session,
        now=now,
        hash=minutes.content_hash[:12],
    )
    answer_waiting_items(minutes)
    signals.minutes_approved.send(Minutes, minutes=minutes, now=now)
