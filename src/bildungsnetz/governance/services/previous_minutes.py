"""The fixed item on the minutes of the session before: its title names them, their state answers it."""

from bildungsnetz.governance.domain.agenda import FixedItem, ItemState
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.previous_minutes import sentence_of, title_of
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import AgendaItem, Body, Minutes, Session
from bildungsnetz.governance.selectors.previous_minutes import previous_minutes, previous_session


def name_previous_minutes(body: Body) -> None:
    """Let the item of every planned session of the body name the session before; dates may have moved."""
    rows = AgendaItem.objects.filter(
        session__body=body, session__state=SessionState.PLANNED, fixed=FixedItem.PREVIOUS_MINUTES
    )
    for item in rows.select_related("session").order_by("pk"):
        previous = previous_session(item.session)
        title = title_of(previous.number) if previous else str(FixedItem.PREVIOUS_MINUTES.label)
        AgendaItem.objects.filter(pk=item.pk).exclude(title=title).update(title=title)


def answer_at_opening(session: Session) -> None:
    """Minutes that are approved already need no word in the room."""
    known = previous_minutes(session)
    if known is not None and known.state is MinutesState.APPROVED:
        _answer(session, sentence_of(known))


def answer_at_closing(session: Session) -> None:
    """Whatever the state is: the record of the session keeps it, and the item is settled."""
    known = previous_minutes(session)
    if known is not None:
        _answer(session, sentence_of(known))


def answer_waiting_items(minutes: Minutes) -> None:
    """Minutes became final while the next session runs: its item is answered at once."""
    later = Session.objects.filter(
        body=minutes.session.body_id,
        starts_at__gt=minutes.session.starts_at,
        state=SessionState.IN_SESSION,
    )
    for session in later.order_by("starts_at", "pk"):
        if previous_session(session) == minutes.session:
            answer_at_opening(session)


def _answer(session: Session, sentence: str) -> None:
    """What somebody wrote in the room stays in front of the sentence."""
    item = session.items.filter(fixed=FixedItem.PREVIOUS_MINUTES, state=ItemState.ACCEPTED).first()
    if item is None:
        return
    item.state = ItemState.TREATED
    item.result = "\n\n".join(filter(None, (item.result, sentence)))
    item.save_version(item.version, update_fields=["version", "state", "result"])
