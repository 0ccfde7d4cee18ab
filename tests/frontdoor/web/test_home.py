"""Home and robots: open to everybody, without a cookie."""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.network.build import an_institution, haan

pytestmark = pytest.mark.django_db


def text_of(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize("path", ["/", "/en/", "/suche/", "/suche/?q=haan", "/robots.txt", "/einrichtungen/"])
def test_a_public_visitor_gets_no_cookie(path: str):
    an_institution()
    client = Client()
    answer = client.get(path)
    assert (answer.status_code, answer.cookies, client.cookies) == (200, {}, {})


def test_home_of_an_empty_directory():
    page = text_of(Client().get("/"))
    assert "Das Verzeichnis der Einrichtungen wird gerade aufgebaut." in page
    assert "Nach Stadt oder Gemeinde" not in page


def test_home_counts_what_is_public():
    an_institution("Musikschule Haan")
    an_institution("Kita Regenbogen", kind="daycare")
    an_institution("Kita Sonnenschein", kind="daycare", is_public=False)
    page = text_of(Client().get("/"))
    assert "2 Einrichtungen stehen im Verzeichnis" in page
    assert f'<a href="/einrichtungen/?ort={haan().pk}">Haan</a> <span class="bn-count">2</span>' in page
    assert (
        '<a href="/einrichtungen/?art=daycare">Kindertageseinrichtungen</a> <span class="bn-count">1</span>'
        in page
    )
    assert "Sonnenschein" not in page


def test_home_costs_the_same_with_one_and_with_three(django_assert_num_queries):
    an_institution("Musikschule Haan")
    with django_assert_num_queries(4):
        Client().get("/")
    an_institution("Kita Regenbogen", kind="daycare")
    an_institution("VHS Haan", kind="adult_education")
    with django_assert_num_queries(4):
        Client().get("/")


def test_robots_see_nothing_of_a_demo_and_nothing_inside_of_production(settings):
    assert Client().get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"
    settings.MODE = "production"
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /verwaltung/" in lines
    assert "Disallow: /heute/" in lines
    assert "Disallow: /" not in lines
