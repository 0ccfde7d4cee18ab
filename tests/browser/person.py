"""A person at a browser: a context of their own, and the few things people do on a page."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    expect,
)

from tests.browser.server import Server

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 700}
PATIENCE = 10_000.0
PASSWORD = "Zwölf Boxkämpfer jagen Viktor"


@dataclass
class Person:
    """Somebody with a name, an address and a browser; `troubles` keeps what no visitor may ever meet."""

    server: Server
    context: BrowserContext
    name: str = ""
    email: str = ""
    album: "Album | None" = None
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"{self.page.url}: {error}"))
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "status of 4" not in message.text:
            self.troubles.append(f"{self.page.url}: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https"} and address.netloc != urlsplit(self.server.url).netloc:
            self.troubles.append(f"{self.page.url}: asks {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.troubles.append(f"{response.url}: {response.status}")

    def open(self, path: str) -> int:
        """Go to an address of the house; gives the status of the answer."""
        answer = self.page.goto(path if path.startswith("http") else f"{self.server.url}{path}")
        assert answer is not None, path
        return answer.status

    def arrives_at(self, kind: str) -> str:
        """The browser reaches the page of one thing below an address, such as /sitzungen/7/; gives the address."""
        self.page.wait_for_url(re.compile(rf"/{kind}/\d+/$"))
        return self.page.url

    def follow(self, name: str, within: Locator | None = None) -> None:
        """Click the link with this name."""
        (within or self.page).get_by_role("link", name=name, exact=True).first.click()

    def follow_first(self, words: str) -> None:
        """Click the first link of the main part that contains the words."""
        self.page.locator("main").get_by_role("link", name=words).first.click()

    def press(self, name: str, within: Locator | None = None) -> None:
        """Click the button with this name."""
        (within or self.page).get_by_role("button", name=name, exact=True).first.click()

    def fill(self, label: str, value: str) -> None:
        """Type into, or choose in, the field with this label."""
        box = self.field(label)
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(label=value)
        else:
            box.fill(value)

    def pick(self, label: str, words: str) -> None:
        """Choose the option that contains the words."""
        box = self.field(label)
        texts = [text.strip() for text in box.locator("option").all_inner_texts()]
        box.select_option(label=next(text for text in texts if words in text))

    def field(self, label: str) -> Locator:
        """The field whose label begins with these words; behind them may stand that it is optional."""
        main = self.page.locator("main")
        exact = main.get_by_label(label, exact=True)
        return (
            exact.first
            if exact.count()
            else main.get_by_label(re.compile(rf"^{re.escape(label)}(?!\w)")).first
        )

    def choose(self, label: str, group: str = "") -> None:
        """Tick the box or the option with this label, inside a group of options if one is named."""
        place = self.page.get_by_role("radiogroup", name=group).first if group else self.page.locator("main")
        place.get_by_label(label).first.check()

    def sees(self, *texts: str) -> None:
        """The main part of the page shows each text."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def sees_figure(self, value: str, label: str) -> None:
        """A tile with this number and this label."""
        tile = self.page.locator(".bn-figure").filter(has=self.page.get_by_text(label, exact=True))
        expect(tile.locator(".bn-figure__value")).to_have_text(value)

    def sees_in_trace(self, *titles: str) -> None:
        """The trace of the page names each of these links."""
        for title in titles:
            expect(self.page.locator(".bn-trace")).to_contain_text(title)

    def sees_nothing_of(self, *texts: str) -> None:
        """No text stands anywhere in the page, its source included."""
        source = self.page.content()
        assert [text for text in texts if text in source] == [], self.page.url

    def is_told(self, text: str) -> None:
        """The message after an act."""
        expect(self.page.get_by_role("status").or_(self.page.get_by_role("alert")).first).to_contain_text(
            text
        )

    def keep(self, name: str) -> None:
        """Keep a picture of the page in the album of the journey."""
        assert self.album is not None
        self.album.keep(self.page, name)

    def accept_invitation(self, link: str) -> None:
        """Set a password behind the link of the invitation; that signs in."""
        self.open(link)
        self.fill("Passwort", PASSWORD)
        self.fill("Passwort wiederholen", PASSWORD)
        self.page.locator("main form").get_by_role("button").last.click()

    def sign_in(self) -> None:
        """Sign in with address and password, as on every later day."""
        self.context.clear_cookies()
        self.open("/anmelden/")
        self.fill("E-Mail-Adresse", self.email)
        self.fill("Passwort", PASSWORD)
        self.press("Anmelden", self.page.locator("main"))
        self.page.wait_for_url(f"{self.server.url}/heute/")


@dataclass
class Album:
    """The pictures of a journey, numbered in the order of its steps."""

    folder: Path
    taken: int = 0

    def clear(self) -> None:
        """Forget the pictures of an earlier run."""
        for old in self.folder.glob("*.png"):
            old.unlink()

    def keep(self, page: Page, name: str) -> Path:
        """Take a picture of the whole page."""
        self.taken += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        picture = self.folder / f"{self.taken:02}-{name}.png"
        page.screenshot(path=picture, full_page=True, animations="disabled")
        return picture


def somebody(
    browser: Browser, server: Server, name: str = "", email: str = "", album: Album | None = None
) -> Person:
    """A person with a fresh browser: no cookie, nothing in the cache."""
    context = browser.new_context(
        viewport=DESKTOP, locale="de-DE", timezone_id="Europe/Berlin", reduced_motion="reduce"
    )
    return Person(server, context, name, email, album)
