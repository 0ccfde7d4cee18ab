"""Sessions as iCalendar: meeting requests and cancellations by mail (iTIP, RFC 5546) and the file for one's own calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vRecur,
    vText,
)

from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.domain.feeds import OFTEN
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Session
from bildungsnetz.governance.selectors.feeds import Dated

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
SUMMER, WINTER = timedelta(hours=2), timedelta(hours=1)


@dataclass(frozen=True)
class Attendee:
    """The person a meeting request goes to; the `uid` stays the same for all changes."""

    uid: str
    name: str
    email: str


def meeting_request(session: Session, attendee: Attendee, *, now: datetime) -> bytes:
    """The session as an invitation that asks for an answer."""
    return _calendar(REQUEST, _invited(session, attendee, now))


def meeting_cancel(session: Session, attendee: Attendee, *, now: datetime) -> bytes:
    """Takes the session out of the calendar of somebody who was invited."""
    event = _invited(session, attendee, now)
    event["status"] = vText("CANCELLED")
    return _calendar(CANCEL, event)


def session_file(session: Session, *, now: datetime, person_id: int | None = None) -> bytes:
    """The session for the calendar of somebody who may read it; the person finds it under the mark of her invitation."""
    return _calendar(PUBLISH, _event(session, uid_of(session, person_id), now))


def feed_file(name: str, entries: Iterable[Dated], *, is_public: bool = False) -> bytes:
    """Many sessions for a calendar that looks again by itself; no item is named and no video link."""
    calendar = _frame(PUBLISH)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", OFTEN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{int(OFTEN.total_seconds()) // 3600}H")
    for entry in entries:
        shown = _public_event(entry) if is_public else _own_event(entry)
        calendar.add_component(shown)
    content: bytes = calendar.to_ical()
    return content


def uid_of(session: Session, person_id: int | None) -> str:
    """The identity of a session in a calendar: it stays for all changes; that of a person nobody else can guess."""
    if person_id is None:
        return f"sitzung-{session.pk}@{settings.MAIL_DOMAIN}"
    seal = salted_hmac("governance.session.uid", f"{session.pk}:{person_id}").hexdigest()[:16]
    return f"sitzung-{session.pk}-{person_id}-{seal}@{settings.MAIL_DOMAIN}"


def _own_event(entry: Dated) -> Event:
    """Without the video link: the address of a feed lies with the makers of calendar programs; the page asks to sign in."""
    event = _without_links(entry)
    if entry.is_readable:
        page = absolute("governance:session", entry.session.pk)
        event.add("description", _("Tagesordnung und Unterlagen: %(url)s") % {"url": page})
        event.add("url", page)
    return event


def _public_event(entry: Dated) -> Event:
    event = _without_links(entry)
    page = absolute("governance:public-session", entry.session.pk)
    event.add("description", _("Öffentlicher Teil: %(url)s") % {"url": page})
    event.add("url", page)
    return event


def _without_links(entry: Dated) -> Event:
    event, session = _event(entry.session, entry.uid, entry.stamp), entry.session
    for name in ("url", "description", "location"):
        event.pop(name, None)
    if session.place or session.online_link:
        event.add("location", session.place or _("Videokonferenz"))
    return event


def _calendar(method: str, event: Event) -> bytes:
    calendar = _frame(method)
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _frame(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Bildungsnetz//Sitzungen//DE")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(_berlin())
    return calendar


def _invited(session: Session, attendee: Attendee, now: datetime) -> Event:
    event = _event(session, attendee.uid, now)
    guest = vCalAddress(f"mailto:{attendee.email}")
    guest.params["CN"] = vText(attendee.name)
    guest.params["ROLE"] = vText("REQ-PARTICIPANT")
    guest.params["PARTSTAT"] = vText("NEEDS-ACTION")
    guest.params["RSVP"] = vText("TRUE")
    event.add("attendee", guest, encode=False)
    return event


def _event(session: Session, uid: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("sequence", session.sequence)
    event.add("summary", str(session))
    event.add("dtstart", session.starts_at.astimezone(BERLIN))
    event.add("dtend", session.ends_at.astimezone(BERLIN))
    if session.place or session.online_link:
        event.add("location", session.place or session.online_link)
    event.add("description", _description(session))
    event.add("url", absolute("governance:session", session.pk))
    event.add("organizer", _organizer(), encode=False)
    event.add("status", "CANCELLED" if session.state == SessionState.CANCELLED else "CONFIRMED")
    return event


def _description(session: Session) -> str:
    lines = [_("Tagesordnung und Unterlagen: %(url)s") % {"url": absolute("governance:session", session.pk)}]
    if session.online_link:
        lines.append(_("Videokonferenz: %(url)s") % {"url": session.online_link})
    return "\n".join(lines)


def _organizer() -> vCalAddress:
    name, email = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organizer = vCalAddress(f"mailto:{email}")
    organizer.params["CN"] = vText(name)
    return organizer


def _berlin() -> Timezone:
    """Central European time by its rules in force since 1996, so that any later date stays right."""
    zone = Timezone()
    zone.add("tzid", "Europe/Berlin")
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    for part, name, start, month, before, after in (
        (summer, "CEST", datetime(1981, 3, 29, 2), 3, WINTER, SUMMER),  # noqa: DTZ001 - local by definition
        (winter, "CET", datetime(1996, 10, 27, 3), 10, SUMMER, WINTER),  # noqa: DTZ001 - local by definition
    ):
        part.add("tzname", name)
        part.add("dtstart", start)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", vRecur(freq="yearly", bymonth=month, byday="-1su"))
        zone.add_component(part)
    return zone
