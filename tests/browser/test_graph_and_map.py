"""The graph and the map with the keyboard alone, and the slider over the years."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.region import Region, a_context

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser, region: Region) -> Iterator[Page]:
    """The head of the office at a desk."""
    context = a_context(browser, region, "leitung")
    yield context.new_page()
    context.close()


def opened(page: Page, region: Region) -> Page:
    page.goto(region.address("network:graph"))
    page.get_by_role("button", name="Im Graphen bewegen").press("Enter")
    page.locator("[data-graph-nodes] option").first.wait_for(state="attached")
    return page


def chosen(page: Page) -> str:
    return page.locator("[data-graph-details] strong").inner_text()


def test_the_graph_opens_with_the_focus_on_the_drawing_and_says_where_one_is(
    page: Page, region: Region
) -> None:
    opened(page, region)
    assert page.evaluate("document.activeElement.matches('[data-graph-canvas]')")
    assert chosen(page)
    assert page.locator("[data-graph-details] p").inner_text().count("Partner:") == 1


def test_arrow_keys_go_to_a_partner(page: Page, region: Region) -> None:
    opened(page, region)
    start = chosen(page)
    partners = page.locator("[data-graph-neighbours] option").all_inner_texts()
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        if chosen(page) != start:
            break
    assert chosen(page) in {name.rpartition(" (")[0] for name in partners}
    for key in ("+", "-", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.matches('[data-graph-canvas]')")


def test_the_lists_say_and_do_the_same(page: Page, region: Region) -> None:
    opened(page, region)
    neighbours = page.get_by_label("Partner der gewählten Einrichtung")
    first = neighbours.locator("option").first.inner_text().rpartition(" (")[0]
    neighbours.focus()
    page.keyboard.press("Home")
    neighbours.press("Enter")
    assert chosen(page) == first
    page.get_by_label("Einrichtung suchen").fill(first[:8])
    names = page.locator("[data-graph-nodes] option").all_inner_texts()
    assert names
    assert all(first[:8].lower() in name.lower() for name in names)


def test_the_slider_goes_back_a_year(page: Page, region: Region) -> None:
    page.goto(region.address("network:graph"))
    slider = page.get_by_role("slider", name="Jahr")
    assert slider.get_attribute("aria-valuetext") == "heute"
    with page.expect_navigation():
        slider.press("Home")
    assert "jahr=20" in page.url
    assert page.get_by_role("slider", name="Jahr").get_attribute("aria-valuetext") != "heute"


def test_the_map_opens_by_keyboard_near_a_place(page: Page, region: Region) -> None:
    page.goto(f"{region.server.url}/einrichtungen/?naehe=Haan&umkreis=10")
    page.get_by_role("button", name="Auf der Karte zeigen").press("Enter")
    page.locator(".leaflet-container .bn-pin").first.wait_for()
    assert page.evaluate("document.activeElement.matches('[data-map-view]')")
    assert page.locator("[data-map-note]").inner_text() == ""
    assert page.locator(".leaflet-overlay-pane path").count() == 2
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-map-view]') !== null")
