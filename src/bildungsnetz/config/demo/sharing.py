"""The member of a city tells her colleagues about a session, and asks them before others."""

from datetime import date, datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK, MEMBER
from bildungsnetz.config.demo.region import Region
from bildungsnetz.config.demo.team import tokens_for
from bildungsnetz.governance.api import Session, publish_session
from bildungsnetz.governance.api.sharing import (
    OpinionPoll,
    answer_poll,
    open_summary_link,
    start_poll,
    write_summary,
)

ASKED, SHARED, ASKING = -12, -2, -1
INTRODUCTION = (
    "Liebe Kolleginnen und Kollegen, das ist für uns in Ratingen wichtig. "
    "Rückfragen gern an mich, am besten vor der nächsten Sitzung."
)
QUESTION = "Soll ich für Ratingen zustimmen?"
OPTIONS = ("Ja", "Ja, wenn es keine neuen Stellen braucht", "Nein")
SAID = (0, 1, 0, 1, 2, 0)
PEOPLE = tuple(f"schule-ratingen-{number}@post.demo.example" for number in range(1, 9))


def note_sharing(region: Region) -> None:
    """A poll that is over, one that runs, and a summary with a link."""
    diary = region.diary
    diary.note(region.at(ASKED, 9), partial(_ask_and_answer, region))
    diary.note(region.at(ASKING, 17), partial(_ask, region))
    diary.note(region.at(SHARED, 18), partial(_share, region))


def _ask_and_answer(region: Region, at: datetime) -> None:
    """About the session of today; six of eight answer, and the body may see it."""
    session = _next(region, "lenkungskreis", at)
    poll = _start(region, session, region.day(-1), at, is_shown_to_body=True)
    for number, (token, option) in enumerate(zip(tokens_for(poll).values(), SAID, strict=False)):
        later = region.at(ASKED + 1, 9 + number)
        region.diary.note(later, partial(_answer, token, option))


def _ask(region: Region, at: datetime) -> None:
    """About the conference, whose public part the office shows first."""
    session = _next(region, "konferenz", at)
    if session.published_at is None:
        publish_session(actor=region.actor(CLERK, at), session=session, now=at)
    _start(region, session, region.day(7), at)


def _share(region: Region, at: datetime) -> None:
    """About the latest published session; the link works for two months."""
    actor, body = region.actor(MEMBER, at), region.bodies["lenkungskreis"]
    found = body.sessions.select_related("body").filter(published_at__isnull=False, ends_at__lt=at)
    session = found.order_by("-starts_at")[0]
    write_summary(actor=actor, session=session, introduction=INTRODUCTION, points={}, now=at)
    until = region.today + timedelta(days=60)
    open_summary_link(actor=actor, session=session, link_until=until, now=at)


def _next(region: Region, body: str, at: datetime) -> Session:
    found = region.bodies[body].sessions.select_related("body").filter(state="invited", starts_at__gt=at)
    return found.order_by("starts_at")[0]


def _start(region: Region, session: Session, closes_on: date, at: datetime, **facts: bool) -> OpinionPoll:
    item = session.items.filter(visibility="public", fixed="", state="accepted").order_by("number")[0]
    return start_poll(
        actor=region.actor(MEMBER, at),
        item=item,
        question=QUESTION,
        options=OPTIONS,
        addresses=PEOPLE,
        closes_on=closes_on,
        now=at,
        **facts,
    )


def _answer(token: str, option: int, at: datetime) -> None:
    answer_poll(token=token, option=option, now=at)
