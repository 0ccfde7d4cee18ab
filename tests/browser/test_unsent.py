"""The clerk's text survives a dropped connection, a reload and a second window."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.browser.person import PATIENCE
from tests.browser.region import Region, a_context

pytestmark = pytest.mark.browser
expect.set_options(timeout=PATIENCE)
STORED = "Object.keys(localStorage).filter(key => key.startsWith('bildungsnetz-unsent:')).length"
SENT = f"new Promise(done => {{ const look = () => {STORED} ? setTimeout(look, 100) : done(); look(); }})"
OFFLINE = re.compile("Offline, Ihre Eingaben sind hier sicher")
SAVED = re.compile(r"^Gespeichert um \d\d:\d\d Uhr\.$")


@pytest.fixture
def clerk(browser: Chromium, region: Region) -> Iterator[BrowserContext]:
    context = a_context(browser, region, "leitung")
    yield context
    context.close()


def room(context: BrowserContext, region: Region, number: int) -> Page:
    """The room of the running session, turned to an item."""
    page = context.new_page()
    page.goto(
        next(
            region.server.url + path
            for path in region.pages["governance:session-room"]
            if runs(page, region, path)
        )
    )
    page.locator(".gov-room__agenda ol a").nth(number).click()
    expect(page.locator("#id_result")).to_be_visible()
    return page


def runs(page: Page, region: Region, path: str) -> bool:
    page.goto(region.server.url + path)
    return page.get_by_role("link", name="Sitzung schließen").count() == 1


def test_typing_is_saved_by_itself_and_says_when(clerk: BrowserContext, region: Region) -> None:
    page = room(clerk, region, 0)
    page.locator("#id_result").fill("Die Tagesordnung ist genehmigt.")
    expect(page.locator("[data-saved]")).to_have_text(SAVED)
    assert page.evaluate(STORED) == 0
    page.reload()
    expect(page.locator("#id_result")).to_have_value("Die Tagesordnung ist genehmigt.")


def test_offline_typing_reload_second_window_online(clerk: BrowserContext, region: Region) -> None:
    page = room(clerk, region, 1)
    address = page.url
    clerk.set_offline(True)
    page.locator("#id_result").fill("Ohne Verbindung\ngeschrieben.")
    expect(page.locator("[data-saved]")).to_have_text(OFFLINE)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.reload()
    second = clerk.new_page()
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        second.goto(address)
    clerk.set_offline(False)
    second.goto(address)
    expect(second.locator("#id_result")).to_have_value("Ohne Verbindung\ngeschrieben.")
    # Either window may send it: the browser loads the first one again by itself when the connection is back.
    second.evaluate(SENT)
    page.goto(address)
    expect(page.locator("#id_result")).to_have_value("Ohne Verbindung\ngeschrieben.")


def test_the_text_goes_out_by_itself_when_the_connection_is_back(
    clerk: BrowserContext, region: Region
) -> None:
    page = room(clerk, region, 2)
    clerk.set_offline(True)
    page.locator("#id_result").fill("Wartet auf die Verbindung.")
    expect(page.locator("[data-saved]")).to_have_text(OFFLINE)
    page.get_by_role("button", name="Speichern", exact=True).click()
    expect(page.locator("#id_result")).to_have_value("Wartet auf die Verbindung.")
    clerk.set_offline(False)
    expect(page.locator("[data-saved]")).to_have_text(SAVED)


def test_two_windows_two_texts_nothing_is_lost(clerk: BrowserContext, region: Region) -> None:
    first, second = room(clerk, region, 3), room(clerk, region, 3)
    clerk.set_offline(True)
    second.locator("#id_result").fill("Aus dem zweiten Fenster.")
    expect(second.locator("[data-saved]")).to_have_text(OFFLINE)
    second.close()  # its text waits in the browser
    clerk.set_offline(False)
    first.locator("#id_result").fill("Aus dem ersten Fenster.")
    expect(first.locator("[data-saved]")).to_have_text(SAVED)
    second = clerk.new_page()
    second.goto(first.url)
    clash = second.locator("[data-two-texts]")
    expect(clash).to_be_visible()
    expect(clash.locator("[data-theirs]")).to_have_text("Aus dem ersten Fenster.")
    expect(clash.locator("[data-mine]")).to_have_text("Aus dem zweiten Fenster.")
    second.get_by_role("button", name="Beide untereinander speichern").click()
    expect(second.locator("[data-saved]")).to_have_text(SAVED)
    both = "Aus dem ersten Fenster.\n\nAus dem zweiten Fenster."
    second.reload()
    expect(second.locator("#id_result")).to_have_value(both)
    first.locator("#id_result").fill("Noch etwas.")
    expect(first.locator("[data-two-texts]")).to_be_visible()
    expect(first.locator("[data-theirs]")).to_have_text(both)
    first.get_by_role("button", name="Den gespeicherten Text behalten").click()
    expect(first.locator("#id_result")).to_have_value(both)


def test_signing_out_clears_what_lies_in_the_browser(browser: Chromium, region: Region) -> None:
    """With a session of its own: the others go on."""
    context = a_context(browser, region)
    page = context.new_page()
    page.goto(region.server.url + region.pages["account_login"][0])
    page.get_by_role("button", name="Tobias Lindner").click()
    page.wait_for_load_state()
    page = room(context, region, 4)
    context.set_offline(True)
    page.locator("#id_result").fill("Bleibt nicht liegen.")
    expect(page.locator("[data-saved]")).to_have_text(OFFLINE)
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(region.server.url + region.pages["frontdoor:my-day"][0])
    assert page.evaluate(STORED) == 1
    page.goto(region.server.url + region.pages["account_logout"][0])
    page.locator("main").get_by_role("button", name="Abmelden").click()
    page.wait_for_url(re.compile("^(?!.*abmelden)"))
    assert page.evaluate(STORED) == 0
    context.close()
