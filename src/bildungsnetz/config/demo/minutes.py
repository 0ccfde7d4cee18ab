"""Minutes: composed, submitted, approved by those who chair, sometimes supplemented, at last laid aside."""

from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.diary import Act
from bildungsnetz.config.demo.meeting import Meeting
from bildungsnetz.config.demo.scripts import ObjectionScript
from bildungsnetz.governance.api import (
    Minutes,
    answer_objection,
    approve_minutes,
    archive_session,
    change_minutes,
    compose_minutes,
    finish_due_minutes,
    object_to_minutes,
    submit_minutes,
    supplement_minutes,
)

SUPPLEMENTED = 40  # days after the session
WINDOW = timedelta(days=15)  # a day more than the bodies of the demo allow for objections
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
        if days == script.approve[-1]:
            _note_objection(meeting, before)
            before += WINDOW
            meeting.region.diary.note(before, _finish)


def _note_objection(meeting: Meeting, delivered: datetime) -> None:
    """Within the window; the first side answers some days later, the second has not yet."""
    script = meeting.script.objection
    if script:
        meeting.region.diary.note(delivered + timedelta(days=6), partial(_object, meeting, script))
        meeting.region.diary.note(delivered + timedelta(days=9), partial(_answer, meeting, script))


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


def _object(meeting: Meeting, script: ObjectionScript, at: datetime) -> None:
    """A member objects in the window; what it says may touch confidential items."""
    object_to_minutes(
        actor=meeting.region.actor(script.who, at),
        minutes=_minutes(meeting),
        text=meeting.secret(script.text, "MinutesObjection.text", "office"),
        now=at,
    )


def _answer(meeting: Meeting, script: ObjectionScript, at: datetime) -> None:
    """The first side says why the text stays."""
    side, person = next(iter(meeting.chairs.items()))
    answer_objection(
        actor=meeting.region.actor(meeting.key_of(person), at),
        objection=_minutes(meeting).objections.get(),
        side=side,
        reason=meeting.secret(script.answer, "ObjectionAnswer.reason", "office"),
        now=at,
    )


def _finish(at: datetime) -> None:
    """The job of the night: whose window is over becomes final."""
    finish_due_minutes(at)


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
