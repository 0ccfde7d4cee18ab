"""Every address of the sitemap answers, is allowed by robots.txt and may be indexed."""

import urllib.robotparser
from xml.etree import ElementTree as ET

import pytest
from django.test import Client, override_settings

from tests.network.build import an_institution
from tests.network.build_offers import an_offer

pytestmark = pytest.mark.django_db
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@override_settings(MODE="production", BASE_URL="https://bildung.example")
def test_every_address_answers_is_allowed_and_may_be_indexed() -> None:
    offer = an_offer()
    hidden = an_institution("Intern", is_public=False)
    client = Client()
    tree = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own answer
    places = [each.text or "" for each in tree.iter(f"{SPACE}loc")]
    assert f"https://bildung.example/angebote/{offer.pk}/" in places
    assert f"https://bildung.example/einrichtungen/{offer.institution_id}/" in places
    assert f"https://bildung.example/einrichtungen/{hidden.pk}/" not in places
    assert [each.text for each in tree.iter(f"{SPACE}lastmod")] == ["2026-03-04", "2026-03-04"]
    rules = client.get("/robots.txt").content.decode()
    assert "Sitemap: https://bildung.example/sitemap.xml" in rules
    robots = urllib.robotparser.RobotFileParser()
    robots.parse(rules.splitlines())
    for place in places:
        page = client.get(place.removeprefix("https://bildung.example"))
        assert (place, page.status_code) == (place, 200)
        assert robots.can_fetch("*", place)
        assert "noindex" not in page.content.decode()


def test_an_unchanged_sitemap_is_not_sent_again() -> None:
    first = Client().get("/sitemap.xml")
    assert first["Content-Type"] == "application/xml; charset=utf-8"
    assert Client().get("/sitemap.xml", headers={"If-None-Match": first["ETag"]}).status_code == 304
