"""The graph, its files and the gaps through their pages."""

import csv
import io
from collections.abc import Callable
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.network.models import GraphAnalysis, Institution
from bildungsnetz.network.selectors import graph_figures
from bildungsnetz.network.services.fields_of_action import FieldEntry, enter_field_of_action
from tests.network.build import NOW, a_cooperation, an_institution

pytestmark = pytest.mark.django_db
GRAPH = "/netzwerk/graph/"
GAPS = "/netzwerk/luecken/"


def parsed(content: bytes) -> Element:
    """Our own files, so that nobody can have put anything into them that hurts a parser."""
    return ET.fromstring(content)  # noqa: S314


def names(page: str) -> list[str]:
    rows = page.partition("<tbody>")[2].partition("</tbody>")[0].split('<th scope="row">')[1:]
    return [row.partition("</th>")[0] for row in rows]


@pytest.fixture
def small() -> None:
    a_cooperation("Gymnasium", "Musikschule", intensity=4)
    a_cooperation("Musikschule", "Bibliothek", started_on="2024-01-01", ended_on="2024-12-31")
    an_institution("Museum")


@pytest.mark.usefixtures("small")
def test_the_page_says_the_finding_and_shows_the_table(clerk: Client) -> None:
    page = clerk.get(GRAPH).content.decode()
    assert "Am 04.03.2026 haben 2 von 4 Einrichtungen der Auswahl (50 %) mindestens eine Beziehung." in page
    assert names(page) == ["Bibliothek", "Gymnasium", "Museum", "Musikschule"]
    assert page.count("ohne Partner</span>") == 2
    assert names(clerk.get(f"{GRAPH}?sortierung=-partner").content.decode())[:2] == [
        "Gymnasium",
        "Musikschule",
    ]


@pytest.mark.usefixtures("small")
def test_a_year_means_its_last_day_and_an_exact_day_wins(clerk: Client) -> None:
    for query, says in (
        ("?jahr=2024", "Am 31.12.2024 haben 2 von 4"),
        ("?jahr=2026", "Am 04.03.2026 haben 2 von 4"),
        ("?jahr=2024&stichtag=2025-01-01", "Am 01.01.2025 haben 0 von 4"),
        ("?jahr=x&stichtag=y&thema=z&ort=0&art=q&herkunft=r", "Am 04.03.2026 haben 2 von 4"),
        ("?herkunft=surveyed", "haben 0 von 4"),
    ):
        assert says in clerk.get(GRAPH + query).content.decode(), query


@pytest.mark.usefixtures("small")
def test_the_files_say_the_same(clerk: Client) -> None:
    data = clerk.get(f"{GRAPH}graph.json").json()
    assert [(node["name"], node["partners"]) for node in data["nodes"]] == [
        ("Gymnasium", 1),
        ("Musikschule", 1),
        ("Bibliothek", 0),
        ("Museum", 0),
    ]
    assert data["edges"] == [[0, 1, 4]]
    svg = parsed(clerk.get(f"{GRAPH}graph.svg").content)
    assert [len(svg.findall(f".//{{*}}{tag}")) for tag in ("circle", "line", "text")] == [4, 1, 2]
    graphml = parsed(clerk.get(f"{GRAPH}graph.graphml").content)
    assert [len(graphml.findall(f".//{{*}}{tag}")) for tag in ("node", "edge")] == [4, 1]
    answer = clerk.get(f"{GRAPH}liste/?format=csv&sortierung=name")
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert rows[2] == ["Gymnasium", "Musikschule", "Haan", "1", "0.0", "1", "1", "nein", "nein"]


def test_names_are_data_in_every_file(clerk: Client) -> None:
    a_cooperation("<script>alert(1)</script>", "A & B")
    for address in (GRAPH, f"{GRAPH}graph.svg", f"{GRAPH}graph.graphml"):
        content = clerk.get(address).content.decode()
        assert "&lt;script&gt;" in content
        assert "<script>alert" not in content


def test_a_large_selection_is_computed_by_a_job(
    clerk: Client, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    cache.clear()
    monkeypatch.setattr(graph_figures, "AT_ONCE", 1)
    a_cooperation("Gymnasium", "Kunstschule")
    page = clerk.get(GRAPH).content.decode()
    assert "Große Auswahl" in page
    for name in ("liste/", "graph.json", "graph.svg", "graph.graphml"):
        assert clerk.get(GRAPH + name).status_code == 404, name
    assert clerk.get(f"{GRAPH}berechnen/").status_code == 405
    assert clerk.post(f"{GRAPH}berechnen/?jahr=2026").headers["Location"] == f"{GRAPH}?jahr=2026"
    assert "Die Kennzahlen werden berechnet" in clerk.get(GRAPH).content.decode()
    GraphAnalysis.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        clerk.post(f"{GRAPH}berechnen/")
    page = clerk.get(GRAPH).content.decode()
    assert names(page) == ["Gymnasium", "Kunstschule"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_cost_the_same_with_one_row_and_with_three(
    clerk: Client, rows: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    enter_field_of_action(actor=SYSTEM, entry=FieldEntry(name="Digitale Welten"), now=NOW)
    for number in range(rows):
        a_cooperation("Gymnasium", f"Partner {number}")
    Institution.objects.filter(name="Gymnasium").update(kind="school")
    with django_assert_max_num_queries(19):
        clerk.get(GRAPH)
    with django_assert_max_num_queries(26):
        clerk.get(GAPS)


def test_the_gaps_name_who_could_be_partner(clerk: Client) -> None:
    assert "Noch keine Handlungsfelder" in clerk.get(GAPS).content.decode()
    topic = enter_field_of_action(actor=SYSTEM, entry=FieldEntry(name="Digitale Welten"), now=NOW)
    assert "Zu dieser Auswahl gibt es keine Schule" in clerk.get(GAPS).content.decode()
    an_institution("Gymnasium", kind="school", school_form="20")
    an_institution("Bibliothek", kind="library", longitude=7.05, fields_of_action=frozenset({topic.pk}))
    page = clerk.get(GAPS).content.decode()
    assert "Am 04.03.2026 fehlt 1 von 1 Schulen" in page
    assert "Bibliothek (Bibliothek, 2,9 km)" in page
    assert "niemand in der Nähe" in clerk.get(f"{GAPS}?entfernung=2").content.decode()
    answer = clerk.get(f"{GAPS}liste/?format=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert rows[1] == [
        "Gymnasium",
        "Gymnasium",
        "Haan",
        "Digitale Welten",
        "Bibliothek",
        "2.9",
        "",
        "",
        "",
        "",
    ]
    a_cooperation("Gymnasium", "Bibliothek", field_of_action=topic.pk)
    assert "Keine Lücke" in clerk.get(GAPS).content.decode()


def test_the_method_names_its_sources_and_limits(signed_in: Callable[[str], Client]) -> None:
    page = signed_in("school").get(f"{GRAPH}methode/")
    assert page.status_code == 200
    for words in ("Brandes 2001", "gemeinsames Gremium", "Bis 1.500 Einrichtungen genau", "keine Rangliste"):
        assert words in page.content.decode(), words


def test_nobody_without_the_act_sees_the_graph(signed_in: Callable[[str], Client], client: Client) -> None:
    assert client.get(GRAPH).status_code == 302
    assert signed_in("data_protection").get(GRAPH).status_code == 403
