import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.network.exchange.outlines import read_outlines
from bildungsnetz.network.models import Institution
from bildungsnetz.network.services.outlines import upload_outline
from tests.network.build import NOW, an_import, an_institution, haan
from tests.network.exchange.lists import msb_file, msb_row
from tests.network.exchange.outlines import SQUARE, collection
from tests.shared_data import shared

pytestmark = pytest.mark.django_db
DIRECTORY = "/einrichtungen/"


def names(page: str) -> list[str]:
    """The names in the list, in its order."""
    rows = page.partition("<tbody>")[2].partition("</tbody>")[0].split('<th scope="row">')[1:]
    return [row.split("</a>")[0].rpartition(">")[2] for row in rows]


def found(client: Client, query: str = "") -> list[str]:
    page = client.get(DIRECTORY + query)
    assert page.status_code == 200
    return names(page.content.decode())


@pytest.fixture
def mettmann() -> None:
    content = shared("data/schools_nrw/schuldaten_msb_2021-09.csv").read_bytes()
    an_import(content)


def test_the_directory_shows_what_is_public_and_not_closed(client: Client) -> None:
    an_institution("Musikschule")
    an_institution("Interne Stelle", is_public=False)
    an_institution("Ehemalige Stelle", status="closed")
    an_institution("Neue Stelle", status="opening")
    assert found(client) == ["Musikschule", "Neue Stelle"]
    for name in ("Interne Stelle", "Ehemalige Stelle"):
        hidden = Institution.objects.get(name=name)
        assert client.get(f"{DIRECTORY}{hidden.pk}/").status_code == 404
        assert found(client, f"?q={name}") == []


@pytest.mark.usefixtures("mettmann")
def test_the_search_finds_the_primary_schools_of_haan_and_forgives_a_slip(client: Client) -> None:
    expected = [
        "Don-Bosco-Schule Städt. Kath. Grundschule",
        "Städt. Gem. Grundschule Bollenberg",
        "Städt. Gem. Grundschule Gruiten",
        "Städt. Gem. Grundschule Mittelhaan",
        "Städt. Gem. Grundschule Unterhaan",
    ]
    for query in ("Grundschule Haan", "grundschle haan"):
        assert sorted(found(client, f"?q={query}"))[:9] == expected, query
    assert found(client, "?q=106458") == ["Städt. Gem. Grundschule Unterhaan"]
    assert found(client, "?q=Unterhan") == ["Städt. Gem. Grundschule Unterhaan"]
    assert found(client, "?q=Raumstation") == []


@pytest.mark.usefixtures("mettmann")
def test_filters_narrow_the_list_and_can_be_joined(client: Client) -> None:
    place = haan().pk
    assert len(found(client, f"?ort={place}")) == 10  # 11 rows less the closed one
    assert found(client, f"?ort={place}&schulform=20") == ["Städt. Gymnasium Haan"]
    assert found(client, "?art=school_supervision") == ["Schulamt für den Kreis Mettmann"]
    assert found(client, "?q=Schule&schulform=06") == [
        (
            "Schule f.Circuskinder in NRW, staatlich genehm.priv.Ersatzsch. der Primarst.u.SI "
            "i.Ganztagsform d.Evang.Kirche i.Rheinl."
        )
    ]


@pytest.mark.usefixtures("mettmann")
def test_the_count_is_that_of_the_list_and_pages_keep_the_filter(client: Client) -> None:
    page = client.get(DIRECTORY).content.decode()
    assert '<span class="bn-count">143</span>' in page
    assert "1 bis 50 von 143" in page
    assert len(found(client, "?seite=3")) == 43
    assert 'href="?schulform=02&amp;seite=2"' in client.get(DIRECTORY + "?schulform=02").content.decode()


def test_wrong_values_in_the_address_are_no_filter(client: Client) -> None:
    an_institution()
    assert found(client, "?ort=x&art=y&schulform=z&sortierung=q&seite=99") == ["Musikschule Haan"]


def test_the_list_can_be_sorted(client: Client) -> None:
    an_institution("Amsel")
    an_institution("Biber")
    assert found(client, "?sortierung=-name") == ["Biber", "Amsel"]
    assert found(client, "?sortierung=ort") == ["Amsel", "Biber"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_with_one_row_and_with_three(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    shown = next(an_institution(f"Musikschule {number}") for number in range(rows))
    with django_assert_num_queries(5):  # kinds, cities, count, page, sites
        client.get(DIRECTORY)
    with django_assert_num_queries(
        12
    ):  # institution, site, contact, fields, offers, profile, 2 places, 4 lineage
        client.get(f"{DIRECTORY}{shown.pk}/")


def test_a_visitor_gets_no_cookie(client: Client) -> None:
    shown = an_institution()
    for address in (DIRECTORY, f"{DIRECTORY}{shown.pk}/", f"{DIRECTORY}karte.json"):
        assert not client.get(address).cookies


def test_the_map_has_the_hits_of_the_list(client: Client) -> None:
    near = an_institution("Musikschule")
    an_institution("Ohne Ort", longitude=None, latitude=None)
    an_institution("Intern", is_public=False, longitude=7.1, latitude=51.2)
    data = client.get(f"{DIRECTORY}karte.json").json()
    assert data == {
        "places": [
            {
                "name": "Musikschule",
                "what": "Musikschule",
                "where": "Haan",
                "url": f"/einrichtungen/{near.pk}/",
                "at": [51.193, 7.008],
            }
        ],
        "labels": [{"name": "Haan", "at": [51.193, 7.008]}],
        "outlines": None,
        "here": None,
        "attribution": "",
    }
    assert client.get(f"{DIRECTORY}karte.json?q=Nirgendwo").json()["places"] == []


def test_uploaded_outlines_are_drawn_and_place_the_label(client: Client) -> None:
    haan()
    areas = read_outlines(collection(SQUARE))
    upload_outline(actor=SYSTEM, areas=areas, attribution="© Amt", now=NOW)
    data = client.get(f"{DIRECTORY}karte.json").json()
    assert (data["attribution"], data["outlines"]["features"][0]["properties"]) == (
        "© Amt",
        {"ags": "05158008", "name": "Haan"},
    )
    assert data["labels"] == [{"name": "Haan", "at": [51.2, 7.0]}]


def test_the_list_goes_out_as_a_file_with_the_same_hits(client: Client) -> None:
    an_import(msb_file(msb_row()))
    an_institution("Intern", is_public=False)
    answer = client.get(reverse("network:directory-file") + "?format=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1][:9] == [
        "106458",
        "Städt. Gem. Grundschule Unterhaan",
        "Grundschule",
        "öffentlich",
        "in Betrieb",
        "05158008",
        "Haan",
        "Steinkulle 24",
        "42781",
    ]
    assert len(rows) == 2
    assert client.get(reverse("network:directory-file")).content[:2] == b"PK"


def test_what_the_page_of_an_institution_tells(client: Client) -> None:
    an_import(msb_file(msb_row()))
    page = client.get(f"{DIRECTORY}{Institution.objects.get().pk}/").content.decode()
    for text in (
        "Steinkulle 24<br>42781 Haan",
        "106458@schule.example",
        "02129 31937",
        "https://grundschule.example",
        "dl-de/by-2-0",
        "Stand der Angaben: Mi., 04.03.2026",
    ):
        assert text in page, text
    assert "Im Arbeitsbereich öffnen" not in page


@pytest.mark.parametrize("typed", ["Gymansium Quelle", "Gymansium Qulle"])
@pytest.mark.parametrize("count", [1, 3])
def test_forgiving_a_typing_error_costs_ten_queries_at_most(
    client: Client, count: int, typed: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        an_institution(f"Gymnasium Quelle {number}", street="Quellenweg 1")
    with django_assert_max_num_queries(10):
        page = client.get("/einrichtungen/", {"q": typed})
    assert page.context["page"].paginator.count == count
