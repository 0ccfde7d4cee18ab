"""Sessions: planned, prepared, invited to, answered; what happens in them stands in `sitting` and `minutes`."""

from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.bodies import BEGINNING
from bildungsnetz.config.demo.calendar import latest_start
from bildungsnetz.config.demo.hearings import note_hearing
from bildungsnetz.config.demo.meeting import Meeting
from bildungsnetz.config.demo.minutes import note_minutes
from bildungsnetz.config.demo.papers import add_papers, note_for_oneself, publish
from bildungsnetz.config.demo.proposals import note_proposals
from bildungsnetz.config.demo.region import Region, chance_from
from bildungsnetz.config.demo.replies import note_replies
from bildungsnetz.config.demo.scripts import (
    BodyScript,
    ItemScript,
    SessionScript,
    body_scripts,
    session_scripts,
)
from bildungsnetz.config.demo.sitting import note_sitting
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.governance.api import (
    AgendaItem,
    add_item,
    cancel_session,
    plan_session,
    send_invitations,
    withdraw_item,
    write_invitation_mails,
)

PLANNED_BEFORE = 200
RUNNING_SINCE = 50  # minutes
HYBRID_LINK = "https://video.demo.example/raum-{day}"


def note_sessions(region: Region) -> None:
    """Write all sessions of all bodies into the diary."""
    for script in body_scripts():
        if not script.sessions:
            continue
        wanted = [each for each in session_scripts(script.sessions) if each.small or not region.is_small]
        for index, session in enumerate(wanted):
            held = (later.day for later in wanted[index + 1 :] if not later.cancelled)
            _note(region, script, session, next_day=next(held, session.day + 91))


def _note(region: Region, body: BodyScript, script: SessionScript, *, next_day: int) -> None:
    start, end = _times(region, script)
    meeting = Meeting(region, body.key, script, next_day, start, end, chance_from(f"{body.key} {script.day}"))
    day, diary = script.day, region.diary
    planned = max(day - PLANNED_BEFORE, BEGINNING + 1)
    diary.note(region.at(planned, 9), partial(_plan, meeting))
    diary.note(region.at(max(day - script.prepare, planned + 1), 11), partial(_prepare, meeting))
    if script.cancelled:
        diary.note(region.at(day - 4, 8, 30), partial(_cancel, meeting))
    lead = 9 if script.late_reason else script.invite
    diary.note(region.at(max(day - lead, planned + 2), 13), partial(_invite, meeting))
    if not script.cancelled:
        note_sitting(meeting)
        note_minutes(meeting)


def _times(region: Region, script: SessionScript) -> tuple[datetime, datetime]:
    """Beginning and end; the session of today has begun a while ago."""
    start = region.at(script.day, script.hour)
    if script.day == 0:
        start = latest_start(region.now, RUNNING_SINCE).astimezone(BERLIN)
    end = start + timedelta(minutes=script.length)
    return start, min(end, start.replace(hour=23, minute=59))


def _plan(meeting: Meeting, at: datetime) -> None:
    script = meeting.script
    link = HYBRID_LINK.format(day=abs(script.day)) if script.mode != "on_site" else ""
    meeting.session = plan_session(
        actor=meeting.region.actor(CLERK, at),
        body=meeting.body,
        starts_at=meeting.start,
        ends_at=meeting.end,
        now=at,
        mode=script.mode,
        place=script.place,
        blocked_reason="Der Raum war nur an diesem Tag frei.",
        online_link=meeting.secret(link, "Session.online_link", "body", joint="-"),
    )


def _prepare(meeting: Meeting, at: datetime) -> None:
    note_proposals(meeting, at)
    for number, item in enumerate(meeting.script.item):
        _add(meeting, item, at + timedelta(minutes=4 * number))


def _add(meeting: Meeting, script: ItemScript, at: datetime) -> None:
    kept, seen = meeting.secret, script.visibility
    item = add_item(
        actor=meeting.region.actor(CLERK, at),
        session=meeting.session,
        title=kept(script.title, "AgendaItem.title", seen),
        kind=script.kind,
        now=at,
        summary=kept(script.summary, "AgendaItem.summary", seen),
        proposal=kept(script.proposal, "AgendaItem.proposal", seen),
        visibility=seen,
        minutes_planned=script.minutes,
        submitted_by=meeting.body.sides.get(key=script.side) if script.side else None,
        recommendation=meeting.region.recommendations[script.recommendation]
        if script.recommendation
        else None,
    )
    meeting.items.append((script, item))
    add_papers(meeting, script, item, at)
    note_for_oneself(meeting, script, item, at)
    note_hearing(meeting, script, item, at)
    if script.withdrawn:
        late = meeting.region.at(meeting.script.day - 3, 15)
        meeting.region.diary.note(late, partial(_withdraw, meeting, script, item))


def _withdraw(meeting: Meeting, script: ItemScript, item: AgendaItem, at: datetime) -> None:
    withdraw_item(actor=meeting.region.actor(CLERK, at), item=item, reason=script.withdrawn, now=at)


def _invite(meeting: Meeting, at: datetime) -> None:
    region, script = meeting.region, meeting.script
    sent = send_invitations(
        actor=region.actor(CLERK, at),
        session=meeting.session,
        now=at,
        reason=script.late_reason,
        guests=[region.people[key] for key in script.guests],
    )
    write_invitation_mails(sent.run, now=at)
    note_replies(meeting, at)
    if script.publish:
        publish(meeting, at)


def _cancel(meeting: Meeting, at: datetime) -> None:
    reason = meeting.secret(meeting.script.cancelled, "Session.cancel_reason", "body")
    cancel_session(actor=meeting.region.actor(CLERK, at), session=meeting.session, reason=reason, now=at)
