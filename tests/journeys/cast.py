"""The people of a journey: each with a browser of their own, together in one installation."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser

from tests.browser.person import Album, Person, somebody
from tests.browser.server import Server

BERLIN = ZoneInfo("Europe/Berlin")


@dataclass
class Cast:
    """Everybody who has come in so far, and the day on which the story is."""

    server: Server
    browser: Browser
    album: Album
    today: date
    people: list[Person] = field(default_factory=list)

    def enter(self, name: str, email: str) -> Person:
        """Somebody sits down at a fresh browser."""
        person = somebody(self.browser, self.server, name, email, self.album)
        self.people.append(person)
        return person

    def wait_until(self, day: date) -> None:
        """It is the morning of another day; who comes back signs in anew."""
        self.today = day
        self.server.set_clock(datetime.combine(day, time(9), tzinfo=BERLIN))

    def run_nightly_jobs(self) -> None:
        """What the installation does by itself when a job is due, at the moment of the story."""
        self.server.bildungsnetz("run_schedule", "--once")

    def troubles(self) -> list[str]:
        """Whatever went wrong in any browser: errors of scripts, requests to other hosts, broken pages."""
        return [trouble for person in self.people for trouble in person.troubles]

    def leave(self) -> None:
        for person in self.people:
            person.context.close()
