"""The main job with the keyboard alone: every main action is reached, the focus is seen and stands where one expects it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.region import Region, a_context

pytestmark = pytest.mark.browser
MOST_STOPS = 150
# The pages of the main job in its order, each with the beginning of the name of what is to be done there.
STATIONS = (
    ("network:institutions", "Einrichtung erfassen"),
    ("network:imports", "Schulliste einlesen"),
    ("network:new-import", "Vorschau erstellen"),
    ("network:people", "Person erfassen"),
    ("network:person", "Funktion eintragen"),
    ("governance:bodies", "Gremium einrichten"),
    ("governance:body", "Mandat eintragen"),
    ("governance:mandate-new", "Mandat eintragen"),
    ("governance:recommendations", "Empfehlung aufnehmen"),
    ("governance:recommendation-new", "Empfehlung aufnehmen"),
    ("governance:sessions", "Sitzung planen"),
    ("governance:session-new", "Sitzung planen"),
    ("governance:item-new", "Punkt aufnehmen"),
    ("programme:measures", "Maßnahme anlegen"),
    ("programme:measure-new", "Maßnahme speichern"),
    ("programme:measure", "Aufgabe anlegen"),
    ("programme:task-new", "Aufgabe anlegen"),
)
# What the eye needs at the element that has the focus: something drawn around it that was not there before.
LOOK = """
element => {
  const styles = [element, element.parentElement, element.closest('.kern-form-input__select-wrapper')]
    .filter(Boolean).map(each => getComputedStyle(each));
  const label = element.labels && element.labels[0];
  if (label) styles.push(getComputedStyle(label, '::before'));
  styles.push(getComputedStyle(element, '::after'));
  return styles.map(style => [style.outlineStyle === 'none' ? '' : style.outline, style.boxShadow].join());
}
"""
STOP = """
() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  return {
    name: (element.innerText || element.getAttribute('aria-label') || '').trim(),
    place: element.closest('main') ? 'main' : 'frame',
    act: element.matches('.kern-btn'),
    body: element === document.body,
    shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    tag: element.tagName.toLowerCase() + (element.id ? '#' + element.id : ''),
  };
}
"""


@dataclass(frozen=True)
class Stop:
    """Where the focus stands: the name of the element, whether it lies in the main part, is a button and can be seen."""

    name: str
    place: str
    act: bool
    body: bool
    shown: bool
    tag: str


@pytest.fixture(scope="module")
def page(browser: Browser, region: Region) -> Iterator[Page]:
    """The head of the office at a desk."""
    context = a_context(browser, region, "leitung")
    yield context.new_page()
    context.close()


def stop(page: Page) -> Stop:
    return Stop(**page.evaluate(STOP))


def tab(page: Page) -> Stop:
    page.keyboard.press("Tab")
    return stop(page)


def looks(page: Page) -> list[str]:
    """How the element with the focus, and what belongs to it, is drawn."""
    return [str(look) for look in page.evaluate_handle("document.activeElement").as_element().evaluate(LOOK)]


@pytest.mark.parametrize(("route", "act"), STATIONS, ids=[route for route, _act in STATIONS])
def test_the_main_action_is_reached(page: Page, region: Region, route: str, act: str) -> None:
    """Skip link, content, main action; on the way the focus is always seen."""
    page.goto(region.address(route))
    first = tab(page)
    assert (first.name, first.shown) == ("Zum Inhalt springen", True)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"
    unseen, seen = set(), set()
    for _ in range(MOST_STOPS):
        now = tab(page)
        assert not now.body, f"{act} is not among the stops"
        assert now.place == "main", f"{act} is not in the main part, or comes after it"
        drawn = any(look != ",none" for look in looks(page))
        (seen if now.shown and drawn else unseen).add(now.tag)
        if now.act and now.name.startswith(act):
            break
    assert now.name.startswith(act)
    # A date has a stop for its calendar too; the browser draws the ring of that one where no style can be asked.
    assert unseen - seen == set()


def test_the_menu_of_the_account_opens_and_closes(page: Page, region: Region) -> None:
    page.goto(region.address("frontdoor:my-day"))
    menu = page.locator(".bn-top details summary")
    menu.focus()
    page.keyboard.press("Enter")
    assert (
        page.get_by_role("button", name="Abmelden")
        .or_(page.get_by_role("link", name="Abmelden"))
        .is_visible()
    )
    page.keyboard.press("Enter")
    assert (
        page.get_by_role("link", name="Abmelden").or_(page.get_by_role("button", name="Abmelden")).is_hidden()
    )


@pytest.mark.parametrize(
    "route", ["network:new-person", "governance:recommendation-new", "programme:measure-new"]
)
def test_the_error_summary_takes_the_focus_and_leads_to_the_field(
    page: Page, region: Region, route: str
) -> None:
    page.goto(region.address(route))
    page.locator("main form.bn-form button[type=submit]").first.press("Enter")
    summary = page.get_by_role("alert")
    summary.wait_for()
    assert page.evaluate("!!document.activeElement.closest('[role=alert]')")
    link = summary.get_by_role("link").first
    target = (link.get_attribute("href") or "").removeprefix("#")
    link.press("Enter")
    assert page.evaluate("document.activeElement.id") == target


def test_a_message_after_an_act_takes_the_focus(page: Page, region: Region) -> None:
    page.goto(region.address("network:new-person"))
    page.get_by_label("Vorname").fill("Testa")
    page.get_by_label("Nachname").fill("Tor")
    page.get_by_label("Nachname").press("Enter")
    page.get_by_role("status").wait_for()
    assert page.evaluate("!!document.activeElement.closest('[role=status]')")
