"""The minutes of the session before, as the item on the agenda shows them."""

from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.agenda import FixedItem
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.previous_minutes import PreviousMinutes
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import AgendaItem, Minutes, Session


def previous_session(session: Session) -> Session | None:
    """The last session of the body before this one that was not called off."""
    before = Session.objects.filter(body=session.body_id, starts_at__lt=session.starts_at)
    return before.exclude(state=SessionState.CANCELLED).order_by("-starts_at", "-pk").first()


def previous_minutes(session: Session) -> PreviousMinutes | None:
    """The state of the minutes of the session before; None for the first session of a body."""
    previous = previous_session(session)
    return known_of(previous) if previous else None


def previous_in_room(session: Session, item: AgendaItem | None) -> PreviousMinutes | None:
    """The minutes the item in the room is about, if it is the fixed item on them."""
    if item is None or item.fixed != FixedItem.PREVIOUS_MINUTES:
        return None
    return previous_minutes(session)


def known_of(session: Session) -> PreviousMinutes:
    """What the item of the next session says of the minutes of this one."""
    row = Minutes.objects.defer("pdf", "excerpt_pdf", "content").filter(session=session).first()
    if row is None:
        return PreviousMinutes(session.number, session_key=str(session.pk))
    return PreviousMinutes(
        session.number,
        MinutesState(row.state),
        row.objection_until,
        day_of(row.approved_at) if row.approved_at else None,
        str(session.pk),
    )
