"""Offers near a place: the distance filter of the public list (SL-06)."""

import pytest
from django.test import Client

from tests.network.build import an_institution
from tests.network.build_offers import an_offer

pytestmark = pytest.mark.django_db
NEAR = "/angebote/?naehe=Dieker+Str.+69,+Haan"


@pytest.fixture
def offers() -> None:
    """One offer in Haan, one about 3 km away, one in Dortmund."""
    an_offer("Zeichnen", an_institution("Haus Haan"))
    an_offer("Basteln", an_institution("Haus nebenan", street="Weg 1", longitude=7.05, latitude=51.2))
    an_offer("Singen", an_institution("Haus weit weg", street="Weg 2", longitude=7.46, latitude=51.51))


def _titles(page: str) -> list[str]:
    found = {title: page.find(f">{title}</a>") for title in ("Zeichnen", "Basteln", "Singen")}
    return sorted((title for title, place in found.items() if place >= 0), key=lambda title: found[title])


@pytest.mark.usefixtures("offers")
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Zeichnen", "Basteln"]),
        ("&umkreis=2", ["Zeichnen"]),
        ("&umkreis=50", ["Zeichnen", "Basteln", "Singen"]),
        ("&umkreis=50&sortierung=titel", ["Basteln", "Singen", "Zeichnen"]),
        ("&umkreis=50&q=singen", ["Singen"]),
        ("&umkreis=egal", ["Zeichnen", "Basteln"]),
    ],
)
def test_only_what_is_near_the_nearest_first(client: Client, query: str, titles: list[str]) -> None:
    page = client.get(f"{NEAR}{query}").content.decode()
    assert _titles(page) == titles


@pytest.mark.usefixtures("offers")
def test_distances_are_shown_and_unknown_places_said(client: Client) -> None:
    assert "Haus nebenan, Haan, 3 km" in client.get(NEAR).content.decode()
    assert " km</td>" not in client.get("/angebote/").content.decode()
    page = client.get("/angebote/?naehe=Atlantis").content.decode()
    assert "Den Ort „Atlantis“ kennt das Verzeichnis nicht" in page
    assert _titles(page) == []
