"""Conferences and their forums for the tests of governance."""

from datetime import timedelta
from itertools import count

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.models import Conference, Contribution, Forum
from bildungsnetz.governance.services.conferences import add_forum, open_forum, set_up_conference
from bildungsnetz.governance.services.contributions import enter_contribution, release_contribution
from tests.governance import build

_numbers = count(1)
CLOSES = build.NOW + timedelta(hours=4)


def a_conference(audience: str = "members") -> Conference:
    """A planned session of a Bildungskonferenz."""
    body = build.a_body("education_conference", f"Bildungskonferenz {next(_numbers)}")
    return set_up_conference(actor=SYSTEM, session=build.a_session(body), audience=audience, now=build.NOW)


def a_forum(conference: Conference | None = None, title: str = "Forum Übergänge") -> Forum:
    """A forum that nobody can enter yet."""
    return add_forum(
        actor=SYSTEM,
        conference=conference or a_conference(),
        title=title,
        question="Was fehlt?",
        now=build.NOW,
    )


def an_open_forum(conference: Conference | None = None, title: str = "Forum Übergänge") -> Forum:
    """A forum whose code opens it for four hours."""
    return open_forum(actor=SYSTEM, forum=a_forum(conference, title), closes_at=CLOSES, now=build.NOW)


def a_contribution(forum: Forum, title: str = "Mehr Vorlesen", *, shown: bool = True) -> Contribution:
    """What somebody said, released unless asked otherwise."""
    made = enter_contribution(
        forum=forum, receipt=f"receipt-{next(_numbers)}", title=title, text="Weil es hilft.", now=build.NOW
    )
    return release_contribution(actor=SYSTEM, contribution=made, now=build.NOW) if shown else made
