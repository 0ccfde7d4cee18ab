"""Reading the answer out of a mail (iMIP, RFC 6047)."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import sha256
from itertools import chain
from typing import Any

from icalendar import Calendar, Component

from bildungsnetz.governance.domain.calendar_replies import CalendarReply

LONGEST_NOTE = 300
_LONGEST = 250


def reply_in(message: EmailMessage, now: datetime) -> CalendarReply | None:
    """What the mail answers; None when it holds no reply with one event and one attendee.

    Raises ValueError for a calendar that cannot be read.
    """
    calendar = next((found for part in message.walk() if (found := _calendar(part))), None)
    events = calendar.walk("VEVENT") if calendar is not None else []
    attendees = list(chain.from_iterable(_listed(event.get("ATTENDEE")) for event in events))
    if not events or len(attendees) != 1:
        return None
    event, attendee = events[0], attendees[0]
    return CalendarReply(
        message_id=_key(message),
        uid=str(event.get("UID", ""))[:_LONGEST],
        sequence=max(int(event.get("SEQUENCE", 0)), 0),
        said=str(attendee.params.get("PARTSTAT", "NEEDS-ACTION")).upper()[:20],
        attendee=_address(str(attendee)),
        sender=_address(parseaddr(str(message.get("From", "")))[1]),
        written_at=_written_at(event, message, now),
        comment=" ".join(str(event.get("COMMENT", "")).split())[:LONGEST_NOTE],
    )


def _calendar(part: EmailMessage) -> Component | None:
    if part.get_content_type() != "text/calendar":
        return None
    raw = part.get_payload(decode=True)
    calendar = Calendar.from_ical(raw) if isinstance(raw, bytes) else None
    return calendar if calendar is not None and str(calendar.get("METHOD", "")).upper() == "REPLY" else None


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _address(value: str) -> str:
    return value.strip().casefold().removeprefix("mailto:")[:254]


def _written_at(event: Component, message: EmailMessage, now: datetime) -> datetime:
    """When the answer was given; never later than its arrival, whatever the other clock says."""
    stamp = event.get("DTSTAMP")
    written = stamp.dt if stamp is not None and isinstance(stamp.dt, datetime) else None
    if written is None:
        try:
            written = parsedate_to_datetime(str(message.get("Date", "")))
        except ValueError:
            written = now
    return min(written if written.tzinfo else written.replace(tzinfo=UTC), now)


def _key(message: EmailMessage) -> str:
    """The Message-ID; a mail without one is known by its content."""
    given = str(message.get("Message-ID", "")).strip()
    return given[:_LONGEST] if given else sha256(message.as_bytes()).hexdigest()
