"""Some have their sessions in the calendar of their telephone, some follow a body or a topic."""

from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK, KOMMUNE, MEMBER, PARTNER
from bildungsnetz.config.demo.region import Region
from bildungsnetz.governance.api import FeedKind, Rhythm, follow, open_feed, set_rhythm, tell_news

SINCE, TOLD = -40, (-30, -20, -10, -1)


def note_following(region: Region) -> None:
    """Write into the diary who wants to stay informed, and how."""
    region.diary.note(region.at(SINCE, 10), partial(_open_calendars, region))
    region.diary.note(region.at(SINCE, 10, 30), partial(_follow, region))
    for day in TOLD:
        region.diary.note(region.at(day, 8), tell_news)


def _open_calendars(region: Region, at: datetime) -> None:
    """A chair all her sessions, the clerk those of one body."""
    open_feed(actor=region.actor(KOMMUNE, at), kind=FeedKind.CALENDAR, now=at)
    body = region.bodies["lenkungskreis"]
    open_feed(actor=region.actor(CLERK, at), kind=FeedKind.CALENDAR, body=body, now=at)


def _follow(region: Region, at: datetime) -> None:
    """A member a topic and her body, a partner without a seat the same body and a feed of it."""
    member, partner = region.actor(MEMBER, at), region.actor(PARTNER, at)
    body, topic = region.bodies["lenkungskreis"], next(iter(region.fields_of_action.values()))
    follow(actor=member, field_of_action=topic, now=at)
    for actor, rhythm in ((member, Rhythm.WEEKLY), (partner, Rhythm.AT_ONCE)):
        follow(actor=actor, body=body, now=at)
        set_rhythm(actor=actor, rhythm=rhythm, now=at)
    open_feed(actor=partner, kind=FeedKind.NEWS, now=at)
