"""The small demo region, served for a browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from tests.browser.person import DESKTOP
from tests.browser.server import Server, prepared, serving


@dataclass
class Region:
    """A served demo region: the addresses of its pages by route, and the session keys of signed-in people."""

    server: Server
    pages: dict[str, list[str]]
    sessions: dict[str, str]

    def address(self, route: str) -> str:
        """The full address of the first example of a route."""
        return self.server.url + self.pages[route][0]


@contextmanager
def served_region(folder: Path) -> Iterator[Region]:
    """Load the region into an installation in this folder and serve it."""
    with prepared(folder) as installation:
        installation.bildungsnetz("load_demo", "--scale", "small")
        found = json.loads(installation.command("tests.browser.addresses"))
        with serving(installation) as server:
            yield Region(server, found["pages"], found["sessions"])


def a_context(browser: Browser, region: Region, account: str = "") -> BrowserContext:
    """A fresh browser, signed in when an account is named."""
    context = browser.new_context(viewport=DESKTOP, locale="de-DE", timezone_id="Europe/Berlin")
    if account:
        cookie = {"name": "sitzung", "value": region.sessions[account], "url": region.server.url}
        context.add_cookies([cookie])
    return context
