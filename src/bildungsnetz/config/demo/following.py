"""Links of one's own: some have their sessions in the calendar of their telephone."""

from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK, KOMMUNE
from bildungsnetz.config.demo.region import Region
from bildungsnetz.governance.api import FeedKind, open_feed

SINCE = -40


def note_following(region: Region) -> None:
    """Write into the diary who wants to stay informed, and how."""
    region.diary.note(region.at(SINCE, 10), partial(_open_calendars, region))


def _open_calendars(region: Region, at: datetime) -> None:
    """A chair all her sessions, the clerk those of one body."""
    open_feed(actor=region.actor(KOMMUNE, at), kind=FeedKind.CALENDAR, now=at)
    body = region.bodies["lenkungskreis"]
    open_feed(actor=region.actor(CLERK, at), kind=FeedKind.CALENDAR, body=body, now=at)
