"""Minutes: composed, submitted, approved by those who chair, sometimes supplemented, at last laid aside."""

from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.diary import Act
from bildungsnetz.config.demo.meeting import Meeting
from bildungsnetz.governance.api import (
    Minutes,
    approve_minutes,
    archive_session,
    change_minutes,
    compose_minutes,
    submit_minutes,
    supplement_minutes,
)

SUPPLEMENTED = 40  # days after the session
MAILED = "Die Unterlagen wurden mit dem Protokoll versandt."


def note_minutes(meeting: Meeting) -> None:
    """What follows a session, step by step; days off may bring two steps to one day, never into the wrong order."""
    script = meeting.script
    steps: list[tuple[int, Act]] = [
        (script.draft, partial(_compose, meeting)),
        (script.draft, partial(_change, meeting)),
        (script.submit, partial(_submit, meeting)),
        *((days, partial(_approve, meeting, place)) for place, days in enumerate(script.approve)),
    ]
    if script.supplement:
        steps.append((SUPPLEMENTED, partial(_supplement, meeting)))
    steps.append((script.archive, partial(_archive, meeting)))
    before = meeting.end
    for days, act in steps:
        before = max(meeting.region.at(script.day + days, 10), before + timedelta(minutes=50))
        meeting.region.diary.note(before, act)


def _minutes(meeting: Meeting) -> Minutes:
    meeting.session.refresh_from_db()
    return meeting.session.minutes


def _compose(meeting: Meeting, at: datetime) -> None:
    compose_minutes(actor=meeting.region.actor(CLERK, at), session=meeting.session, now=at)


def _change(meeting: Meeting, at: datetime) -> None:
    """The clerk adds a sentence by hand in every third draft."""
    if abs(meeting.script.day) % 3:
        return
    minutes = _minutes(meeting)
    attendance = next(section for section in minutes.content if section["key"] == "attendance")
    text = "\n\n".join([*attendance["paragraphs"], MAILED])
    change_minutes(
        actor=meeting.region.actor(CLERK, at),
        minutes=minutes,
        texts={"attendance": text},
        expected_version=minutes.version,
        now=at,
    )


def _submit(meeting: Meeting, at: datetime) -> None:
    submit_minutes(actor=meeting.region.actor(CLERK, at), minutes=_minutes(meeting), now=at)


def _approve(meeting: Meeting, place: int, at: datetime) -> None:
    """The first side approves, then the second; a body with one chair needs no second approval."""
    chairs = list(meeting.chairs.items())
    if place >= len(chairs):
        return
    side, person = chairs[place]
    minutes = _minutes(meeting)
    approve_minutes(
        actor=meeting.region.actor(meeting.key_of(person), at),
        minutes=minutes,
        side=side,
        read_hash=minutes.content_hash,
        now=at,
    )


def _supplement(meeting: Meeting, at: datetime) -> None:
    supplement_minutes(
        actor=meeting.region.actor(CLERK, at),
        minutes=_minutes(meeting),
        text=meeting.secret(meeting.script.supplement, "MinutesSupplement.text", "body"),
        reason="Hinweis eines Mitglieds",
        now=at,
    )


def _archive(meeting: Meeting, at: datetime) -> None:
    archive_session(actor=meeting.region.actor(CLERK, at), session=meeting.session, now=at)
