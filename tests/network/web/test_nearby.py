"""The directory near a place: by city, postal code and address, with distances, without JavaScript."""

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from bildungsnetz.network.domain.coordinates import Point
from bildungsnetz.network.selectors.gazetteer import Spot, spots_called
from tests.network.build import an_institution

pytestmark = pytest.mark.django_db
DIRECTORY = "/einrichtungen/"
STREET = "Dieker Straße 69"


@pytest.fixture(autouse=True)
def houses() -> None:
    an_institution("Musikschule", street=STREET, longitude=7.0, latitude=51.2)
    an_institution("Museum", street="Dieker Str. 3", longitude=7.02, latitude=51.2)
    an_institution(
        "Werk", street="Am Rand 1", city="Hilden", postal_code="40721", longitude=7.3, latitude=51.2
    )
    an_institution("Intern", street="Geheimweg 1", is_public=False, longitude=7.0, latitude=51.2)
    an_institution("Ohne Ort", street="Nirgends 1", longitude=None, latitude=None)


@pytest.mark.parametrize(
    ("typed", "label", "place"),
    [
        ("Dieker Str. 69, Haan", "Dieker Straße 69, Haan", (7.0, 51.2)),
        ("dieker strasse 69", "Dieker Straße 69, Haan", (7.0, 51.2)),
        ("Dieker Straße 3 42781 Haan", "Dieker Str. 3, Haan", (7.02, 51.2)),
        ("Dieker Straße", "Dieker Straße, Haan", (7.01, 51.2)),
        ("Dieker Straße 500, Haan", "Dieker Straße, Haan", (7.01, 51.2)),
        ("42781", "42781 Haan", (7.01, 51.2)),
        ("42781 Haan", "42781 Haan", (7.01, 51.2)),
        ("haan", "Haan", (7.106667, 51.2)),
    ],
)
def test_what_the_gazetteer_understands(typed: str, label: str, place: tuple[float, float]) -> None:
    assert spots_called(typed) == [Spot(label, Point(*place))]


@pytest.mark.parametrize(
    "typed", ["", "  ", "Geheimweg 1", "Nirgends 1", "Atlantis", "99999", "42781 Köln", "A 1", "%"]
)
def test_what_it_does_not_know(typed: str) -> None:
    assert spots_called(typed) == []


def test_a_street_in_two_cities_is_offered_twice(client: Client) -> None:
    an_institution("Anderswo", street="Dieker Str. 1", city="Hilden", postal_code="40721", longitude=6.9)
    assert [spot.label for spot in spots_called("Dieker Straße")] == [
        "Dieker Straße, Haan",
        "Dieker Str., Hilden",
    ]
    page = client.get(f"{DIRECTORY}?naehe=Dieker+Straße&art=music_school").content.decode()
    assert "Meinten Sie einen anderen Ort?" in page
    assert 'href="?art=music_school&amp;naehe=Dieker%20Str.%2C%20Hilden"' in page


def test_the_list_is_sorted_by_distance_and_says_it(client: Client) -> None:
    page = client.get(f"{DIRECTORY}?naehe=Dieker+Str.+3,+Haan").content.decode()
    rows = page.partition("<tbody>")[2].split('<th scope="row">')[1:]
    assert [row.split("</a>")[0].rpartition(">")[2] for row in rows] == ["Museum", "Musikschule"]
    assert ["0,0 km" in rows[0], "1,4 km" in rows[1]] == [True, True]
    assert "Im Umkreis von 5 km um Dieker Str. 3, Haan" in page
    wide = client.get(f"{DIRECTORY}?naehe=Dieker+Str.+3,+Haan&umkreis=20").content.decode()
    assert "Werk" in wide
    assert client.get(f"{DIRECTORY}?naehe=Haan&umkreis=x").status_code == 200


def test_other_filters_files_and_map_keep_to_what_is_near(client: Client) -> None:
    query = "?naehe=42781&q=Musikschule"
    assert '<th scope="row">' in client.get(DIRECTORY + query).content.decode()
    rows = client.get(f"{DIRECTORY}liste/?naehe=42781&format=csv").content.decode().splitlines()
    assert sorted(row.split(",")[1] for row in rows[1:]) == ["Museum", "Musikschule"]
    data = client.get(f"{DIRECTORY}karte.json?naehe=42781&umkreis=2").json()
    assert data["here"] == {"at": [51.2, 7.01], "km": 2}
    assert [place["name"] for place in data["places"]] == ["Museum", "Musikschule"]


def test_an_unknown_place_is_told_and_the_list_stays(client: Client) -> None:
    page = client.get(f"{DIRECTORY}?naehe=Atlantis").content.decode()
    assert "Diesen Ort kennt das Verzeichnis nicht." in page
    assert "Werk" in page
    assert not client.get(f"{DIRECTORY}?naehe=Haan").cookies


@pytest.mark.parametrize("rows", [0, 3])
def test_near_a_place_costs_the_same_with_few_rows_and_with_more(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        an_institution(f"Haus {number}")
    with django_assert_num_queries(6):  # kinds, cities; the place of the code; near ones, page, sites
        client.get(f"{DIRECTORY}?naehe=42781")
