"""What happens in a session: opening, attendance, items with their results and decisions, closing."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.decisions import decide
from bildungsnetz.config.demo.meeting import Meeting
from bildungsnetz.config.demo.scripts import ItemScript
from bildungsnetz.config.demo.urgent_orders import confirm
from bildungsnetz.governance.api import (
    AgendaItem,
    AttendanceStatus,
    InvitationReply,
    MoveKind,
    SeatEntry,
    SeatLine,
    SessionInvitation,
    close_session,
    open_session,
    postpone_item,
    record_attendance,
    record_move,
    record_result,
    seat_lines,
    show_item,
    state_quorum,
    treat_item,
)

QUORUM = "Beide Seiten sind vertreten; der Vorsitz stellt die Beschlussfähigkeit fest."


def note_sitting(meeting: Meeting) -> None:
    """Opening and closing; the items are noted when the session begins."""
    meeting.region.diary.note(meeting.start, partial(_open, meeting))
    meeting.region.diary.note(meeting.end, partial(_close, meeting))


def _open(meeting: Meeting, at: datetime) -> None:
    clerk = meeting.region.actor(CLERK, at)
    open_session(actor=clerk, session=meeting.session, now=at)
    _record_attendance(meeting, at + timedelta(minutes=2))
    minute = 3
    fixed = meeting.session.items.exclude(fixed="").exclude(fixed="next_date")
    announced = meeting.session.items.filter(circular__state="adopted")
    for item in (fixed | announced).filter(state="accepted").order_by("number"):
        minute += 2
        treat_item(actor=clerk, item=item, now=at + timedelta(minutes=minute))
    for item in meeting.session.items.filter(urgent_order__isnull=False).order_by("number"):
        minute += 3
        if meeting.end < meeting.region.now:
            meeting.region.diary.note(at + timedelta(minutes=minute), partial(confirm, meeting, item))
    for place, begin, end in _timetable(meeting, at + timedelta(minutes=minute)):
        _note_item(meeting, place, begin, end)


def _timetable(meeting: Meeting, begin: datetime) -> Iterator[tuple[int, datetime, datetime]]:
    """The places of the items with the time of each; whatever was planned too long is cut short."""
    open_items = [place for place, (script, _item) in enumerate(meeting.items) if not script.withdrawn]
    planned = sum(meeting.items[place][0].minutes for place in open_items)
    pace = min(1.0, ((meeting.end - begin).total_seconds() / 60 - 2) / max(planned, 1))
    for place in open_items:
        end = begin + timedelta(minutes=meeting.items[place][0].minutes * pace)
        yield place, begin, end
        begin = end


def _note_item(meeting: Meeting, place: int, begin: datetime, end: datetime) -> None:
    script, item = meeting.items[place]
    diary = meeting.region.diary
    diary.note(begin, partial(_show, meeting, script, item))
    if script.kind != "decision" or script.decision or script.postponed:
        diary.note(end, partial(_settle, meeting, script, item))


def _show(meeting: Meeting, script: ItemScript, item: AgendaItem, at: datetime) -> None:
    clerk = meeting.region.actor(CLERK, at)
    show_item(actor=clerk, session=meeting.session, item=item)
    for move in (move for move in meeting.script.moves if move.item == script.title):
        person, kind = meeting.region.people[move.who], MoveKind(move.kind)
        record_move(actor=clerk, session=meeting.session, person=person, kind=kind, item=item, at=at, now=at)


def _settle(meeting: Meeting, script: ItemScript, item: AgendaItem, at: datetime) -> None:
    clerk = meeting.region.actor(CLERK, at)
    item.refresh_from_db()
    if script.result:
        result = meeting.secret(script.result, "AgendaItem.result", script.visibility)
        item = record_result(actor=clerk, item=item, result=result, version=item.version, now=at)
    if script.decision:
        decide(meeting, script, script.decision, item, at)
    elif script.postponed:
        postpone_item(actor=clerk, item=item, reason=script.postponed, now=at)
    else:
        treat_item(actor=clerk, item=item, now=at)


def _record_attendance(meeting: Meeting, at: datetime) -> None:
    clerk = meeting.region.actor(CLERK, at)
    invitations = list(meeting.session.invitations.select_related("person").order_by("pk"))
    entries = [_entry(meeting, line, invitations) for line in seat_lines(meeting.session)]
    guests = [each.person for each in invitations if each.mandate_id is None]
    record_attendance(actor=clerk, session=meeting.session, seats=entries, guests=guests, now=at)
    state_quorum(actor=clerk, session=meeting.session, is_stated=True, note=QUORUM, now=at)


def _entry(meeting: Meeting, line: SeatLine, invitations: list[SessionInvitation]) -> SeatEntry:
    """As they answered; who said nothing comes or stays away by chance."""
    of_seat = {each.person_id: each for each in invitations if each.mandate_id == line.mandate.pk}
    own = of_seat.get(line.mandate.person_id)
    if own is None or own.reply == InvitationReply.OPEN:
        came = meeting.chance.random() < 0.5
        return SeatEntry(line.mandate, AttendanceStatus.PRESENT if came else AttendanceStatus.ABSENT)
    if own.reply == InvitationReply.ACCEPTED:
        return SeatEntry(line.mandate, AttendanceStatus.PRESENT)
    coming = (person for person in line.deputies if _comes(of_seat.get(person.pk)))
    return SeatEntry(line.mandate, AttendanceStatus.EXCUSED, next(coming, None))


def _comes(invitation: SessionInvitation | None) -> bool:
    return invitation is not None and invitation.reply == InvitationReply.ACCEPTED


def _close(meeting: Meeting, at: datetime) -> None:
    region = meeting.region
    close_session(
        actor=region.actor(CLERK, at), session=meeting.session, next_date=region.day(meeting.next_day), now=at
    )
