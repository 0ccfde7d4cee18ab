"""Sessions with results for the tests of governance: running, held, with minutes."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.domain.agenda import ItemKind, ItemState
from bildungsnetz.governance.domain.attendance import AttendanceStatus
from bildungsnetz.governance.domain.consensus import MemberObjection, SidePosition
from bildungsnetz.governance.domain.decision_kinds import Position
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Body, Decision, Mandate, Minutes, Session
from bildungsnetz.governance.services.agenda import add_item, treat_item
from bildungsnetz.governance.services.attendance import SeatEntry, record_attendance
from bildungsnetz.governance.services.decisions import record_decision
from bildungsnetz.governance.services.minutes import compose_minutes, submit_minutes
from bildungsnetz.governance.services.minutes_approval import approve_minutes
from bildungsnetz.governance.services.minutes_window import finish_minutes
from bildungsnetz.governance.services.sessions import close_session, open_session, plan_session
from bildungsnetz.governance.services.statements import Statement
from tests.governance import build

STARTS = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
ENDS = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
AFTER_WINDOW = datetime(2026, 3, 19, 1, 15, tzinfo=UTC)
NEXT = date(2026, 6, 10)
WORDING = "Das Bildungsbüro bereitet einen Fachtag zum Übergang vor."


def a_running_session(
    body: Body | None = None, *, absent: Sequence[str] = (), deputies: Mapping[str, str] | None = None
) -> Session:
    """A session of today in which everybody is present, without the absent; `deputies`: member → who stands in."""
    body = body or build.a_steering_body()
    session = plan_session(
        actor=SYSTEM, body=body, starts_at=STARTS, ends_at=ENDS, place="Kreishaus, Raum 1.601", now=build.NOW
    )
    # Mails are not the matter here.
    Session.objects.filter(pk=session.pk).update(state=SessionState.INVITED, invited_at=build.NOW)
    session = open_session(actor=SYSTEM, session=session, now=STARTS)
    enter_present(session, absent=absent, deputies=deputies)
    return session


def enter_present(
    session: Session, *, absent: Sequence[str] = (), deputies: Mapping[str, str] | None = None
) -> None:
    """The list of the session: everybody with a seat is there, without the absent."""
    stand_in = deputies or {}
    seats = [
        SeatEntry(
            mandate,
            AttendanceStatus.EXCUSED if mandate.person.last_name in absent else AttendanceStatus.PRESENT,
            build.member(session.body, stand_in[mandate.person.last_name])
            if mandate.person.last_name in stand_in
            else None,
        )
        for mandate in Mandate.objects.filter(seat_rule__body=session.body).order_by("pk")
    ]
    record_attendance(actor=SYSTEM, session=session, seats=seats, now=STARTS)


def an_item(
    session: Session,
    title: str = "Fachtag Übergang",
    *,
    kind: ItemKind = ItemKind.DECISION,
    visibility: Visibility = Visibility.BODY,
    proposal: str = WORDING,
) -> AgendaItem:
    """One more item of the running session."""
    return add_item(
        actor=SYSTEM,
        session=session,
        title=title,
        kind=kind,
        visibility=visibility,
        proposal=proposal,
        now=STARTS,
    )


def a_position(
    body: Body, side: str, last_name: str, position: Position = Position.AGREE, text: str = ""
) -> SidePosition:
    """The position of a side as stated by the person of this name."""
    return SidePosition(side, position, str(build.member(body, last_name).pk), text)


def an_objection(body: Body, last_name: str, text: str = "Es fehlt die Zeit.") -> MemberObjection:
    """The objection of the person of this name."""
    return MemberObjection(str(build.member(body, last_name).pk), text)


def both_agree(body: Body, wording: str = WORDING) -> Statement:
    """Both co-chairs agree."""
    positions = (a_position(body, "land", "Winter"), a_position(body, "kommune", "Kaiser"))
    return Statement(wording, positions)


def a_decision(
    session: Session,
    title: str = "Fachtag Übergang",
    *,
    visibility: Visibility = Visibility.BODY,
    wording: str = WORDING,
) -> Decision:
    """A decision to which both sides agree, on an item of its own."""
    item = an_item(session, title, visibility=visibility)
    statement = both_agree(session.body, wording)
    return record_decision(actor=SYSTEM, item=item, statement=statement, now=STARTS)


def hold(session: Session) -> Session:
    """Settle what is open and close the session."""
    for item in session.items.filter(state=ItemState.ACCEPTED).order_by("pk"):
        treat_item(actor=SYSTEM, item=item, now=STARTS)
    return close_session(actor=SYSTEM, session=session, next_date=NEXT, now=ENDS)


def a_draft(session: Session | None = None) -> Minutes:
    """The draft of the minutes of a session with one decision."""
    if session is None:
        session = a_running_session()
        a_decision(session)
    return compose_minutes(actor=SYSTEM, session=hold(session), now=ENDS)


def submitted(minutes: Minutes | None = None) -> Minutes:
    """Minutes that wait for both sides."""
    return submit_minutes(actor=SYSTEM, minutes=minutes or a_draft(), now=ENDS)


def approve_as(
    minutes: Minutes, last_name: str, side: str, *, read_hash: str = "", now: datetime = ENDS
) -> Minutes:
    """The person of this name approves for a side the text as it is now, or the one with this hash."""
    body = minutes.session.body
    return approve_minutes(
        actor=build.actor_of(build.member(body, last_name)),
        minutes=minutes,
        side=side,
        read_hash=read_hash or minutes.content_hash,
        now=now,
    )


def delivered(minutes: Minutes | None = None) -> Minutes:
    """Minutes approved by both co-chairs: the members have them and may object."""
    waiting = minutes or submitted()
    approve_as(waiting, "Winter", "land")
    return approve_as(waiting, "Kaiser", "kommune")


def approved(minutes: Minutes | None = None) -> Minutes:
    """Final minutes: nobody objected."""
    row = delivered(minutes)
    finish_minutes(actor=SYSTEM, minutes=row, now=AFTER_WINDOW)
    return Minutes.objects.select_related("session__body").get(pk=row.pk)
