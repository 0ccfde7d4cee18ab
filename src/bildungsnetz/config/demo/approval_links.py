"""A council term to come, and since yesterday a chair whose approval of the last minutes is missing has a link for it."""

from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.region import Region
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.api.council_terms import add_term
from bildungsnetz.governance.api.minutes_links import (
    chairs_to_ask,
    send_approval_link,
    submitted_minutes,
)


def note_approval_links(region: Region) -> None:
    """Write the act into the diary."""
    region.diary.note(region.at(-1, 8), partial(_send, region))
    region.diary.note(region.at(-30, 8), partial(_enter_term, region))


def _enter_term(region: Region, at: datetime) -> None:
    add_term(
        actor=region.actor(CLERK, at),
        body=region.bodies["lenkungskreis"],
        label="XIX",
        starts_on=region.day(400),
        ends_on=region.day(2200),
        now=at,
    )


def _send(region: Region, at: datetime) -> None:
    for minutes in submitted_minutes():
        for _side, person in chairs_to_ask(minutes, day_of(at))[:1]:
            send_approval_link(actor=region.actor(CLERK, at), minutes=minutes, person=person, now=at)
