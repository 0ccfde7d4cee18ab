"""The calendar entries of a session: any program reads the moment that was meant, on the days the clocks change too."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bildungsnetz.core.clock import BERLIN
from bildungsnetz.governance.models import Body, Session
from bildungsnetz.governance.services.session_calendar import (
    Attendee,
    meeting_cancel,
    meeting_request,
    session_file,
)

NOW = datetime(2026, 3, 4, 14, tzinfo=UTC)
ATTENDEE = Attendee("uid@example.org", "Ähre, Anna", "anna@example.org")
CHANGES = [
    *(date(year, 3, day) for year, day in ((2025, 30), (2026, 29), (2027, 28), (2031, 30))),
    *(date(year, 10, day) for year, day in ((2025, 26), (2026, 25), (2027, 31), (2031, 26))),
]


def a_session(on: date, begins: time, minutes: int = 90) -> Session:
    start = datetime.combine(on, begins, tzinfo=BERLIN)
    end = start.astimezone(UTC) + timedelta(minutes=minutes)
    body = Body(name="Lenkungskreis")
    return Session(pk=7, body=body, number=3, sequence=2, starts_at=start.astimezone(UTC), ends_at=end)


def read_moments(content: bytes) -> tuple[datetime, datetime]:
    """Beginning and end as a program reads them that knows nothing but the zone in the file."""
    calendar = Calendar.from_ical(content)
    zone = calendar.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    event = calendar.walk("VEVENT")[0]
    local = [event[name].dt.replace(tzinfo=None) for name in ("DTSTART", "DTEND")]
    begin, end = (moment.replace(tzinfo=zone).astimezone(UTC) for moment in local)
    return begin, end


days = st.dates(date(2025, 1, 1), date(2037, 12, 31)) | st.sampled_from(CHANGES)
hours = st.times(time(4), time(21, 59)).map(lambda at: at.replace(second=0, microsecond=0))


@given(on=days, begins=hours, minutes=st.integers(15, 110))
def test_the_zone_in_the_file_gives_the_moment_that_was_meant(on: date, begins: time, minutes: int) -> None:
    session = a_session(on, begins, minutes)
    content = meeting_request(session, ATTENDEE, now=NOW)
    assert read_moments(content) == (session.starts_at, session.ends_at)


@pytest.mark.parametrize("on", CHANGES)
def test_a_session_after_the_change_of_the_clocks_keeps_its_hour(on: date) -> None:
    session = a_session(on, time(14))
    assert b"DTSTART;TZID=Europe/Berlin:" + f"{on:%Y%m%d}T140000".encode() in session_file(session, now=NOW)
    assert read_moments(session_file(session, now=NOW))[0] == session.starts_at


@given(on=days, begins=hours)
def test_lines_are_short_and_end_as_they_should(on: date, begins: time) -> None:
    content = meeting_cancel(a_session(on, begins), ATTENDEE, now=NOW)
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)


def test_a_cancellation_names_its_version() -> None:
    event = Calendar.from_ical(meeting_cancel(a_session(CHANGES[0], time(14)), ATTENDEE, now=NOW)).walk(
        "VEVENT"
    )[0]
    assert (event["SEQUENCE"], event["STATUS"], event["UID"]) == (2, "CANCELLED", "uid@example.org")
