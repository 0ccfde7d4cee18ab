"""Every page in Chromium, at desktop width and on a phone: accessible, within its budget, asking nobody else."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.region import Region, a_context
from tests.browser.server import ROOT

pytestmark = pytest.mark.browser
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (1280, 320)
PUBLIC_BUDGET, OFFICE_BUDGET = 120_000, 250_000
PUBLIC_FIRST_VISITS = (
    "/",
    "/einrichtungen/",
    "/impressum/",
    "/rueckmeldung/",
    "/suche/?q=Grundschule",
    "/anmelden/",
)
OFFICE_FIRST_VISITS = ("frontdoor:my-day", "network:institutions", "governance:sessions", "governance:orders")
CHAIRS_ONLY = {"governance:minutes-approve"}
ENDS_THE_SESSION = {"account_logout"}


def violations(page: Page) -> list[str]:
    """What axe finds by all its settled rules (WCAG 2.0 to 2.2 A and AA, best practice): rule and first place of each."""
    result: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations'], elementRef: false})")
    return [f"{found['id']}: {found['nodes'][0]['target'][0]}" for found in result["violations"]]


def faults_of(page: Page, url: str) -> list[str]:
    """What is wrong with one page at both widths; pages that refuse are pages too, files are not."""
    answer = page.request.get(url)
    if answer.status >= 500:
        return [f"answers {answer.status}"]
    if "text/html" not in answer.headers.get("content-type", "") or not answer.body():
        return []
    page.goto(url)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        faults += [f"{width}: {found}" for found in violations(page)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        faults += [f"{width}: the page is {wide} wide"] if wide > width else []
    return faults


def test_every_page_is_accessible_at_both_widths(browser: Browser, region: Region) -> None:
    """The first example of every route, as the head of the office; what only chairs may open, as a chair."""
    faults: dict[str, list[str]] = {}
    heard: list[str] = []
    contexts = {account: a_context(browser, region, account) for account in region.sessions}
    pages = {account: context.new_page() for account, context in contexts.items()}
    for page in pages.values():
        page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: heard.append(asked.url) if _is_foreign(asked.url, region) else None)
    for route, addresses in region.pages.items():
        account = "vorsitz-land" if route in CHAIRS_ONLY else "leitung"
        for address in [] if route in ENDS_THE_SESSION else addresses[-1:]:
            if found := faults_of(pages[account], region.server.url + address):
                faults[address] = found
    for context in contexts.values():
        context.close()
    assert faults == {}
    assert [line for line in heard if "status of 4" not in line and "net::ERR_ABORTED" not in line] == []


def _is_foreign(url: str, region: Region) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and parts.netloc != urlsplit(region.server.url).netloc


def test_public_pages_are_accessible_to_strangers(browser: Browser, region: Region) -> None:
    context = a_context(browser, region)
    page = context.new_page()
    faults = {path: faults_of(page, region.server.url + path) for path in PUBLIC_FIRST_VISITS}
    context.close()
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize("path", [path for path in PUBLIC_FIRST_VISITS if path != "/anmelden/"])
def test_a_public_visitor_gets_no_cookie(browser: Browser, region: Region, path: str) -> None:
    context = a_context(browser, region)
    context.new_page().goto(region.server.url + path)
    cookies = context.cookies()
    context.close()
    assert cookies == []


@pytest.mark.parametrize("path", PUBLIC_FIRST_VISITS)
def test_a_first_public_visit_is_light(browser: Browser, region: Region, path: str) -> None:
    assert weight(browser, region, path) <= PUBLIC_BUDGET


@pytest.mark.parametrize("route", OFFICE_FIRST_VISITS)
def test_a_first_office_visit_is_light(browser: Browser, region: Region, route: str) -> None:
    assert weight(browser, region, region.pages[route][0], "leitung") <= OFFICE_BUDGET


def weight(browser: Browser, region: Region, path: str, account: str = "") -> int:
    """The bytes a first visit transfers, headers included, as Chromium counts them."""
    context = a_context(browser, region, account)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(region.server.url + path, wait_until="networkidle")
    context.close()
    assert sizes
    return int(sum(sizes))
