"""The search page: public and inside, each finds what they may see."""

from collections.abc import Iterable, Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from bildungsnetz.core import search
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import search as register
from bildungsnetz.core.registers.search import Entry
from tests.accounts.build import browser

pytestmark = pytest.mark.django_db
OPEN, CLOSED = 1, 2
TITLES = {OPEN: "Landkarte der Sprachangebote", CLOSED: "Vertrauliche Sprachvorlage"}


def read(pks: Iterable[int] | None) -> list[Entry]:
    wanted = TITLES if pks is None else pks
    return [
        Entry("frontdoor.example", pk, TITLES[pk], excerpt="Kreis Mettmann", url=f"/x/{pk}/") for pk in wanted
    ]


def visible(actor: Actor, pks: Iterable[int]) -> set[int]:
    return {OPEN} & set(pks) if actor.is_anonymous else set(pks)


@pytest.fixture(autouse=True)
def index() -> Iterator[None]:
    register.register("frontdoor.example", label="Unterlage", read=read, visible=visible)
    search.rebuild()
    yield
    register._sources.pop("frontdoor.example")


def text_of(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


def test_strangers_find_what_is_public_in_the_public_frame():
    page = text_of(Client().get("/suche/", {"q": "Sprachangebote"}))
    assert '<a href="/x/1/">Landkarte der Sprachangebote</a>' in page
    assert 'Unterlage <span class="bn-count">1</span>' in page
    assert ("Kreis Mettmann" in page, 'class="bn-public"' in page) == (True, True)


def test_people_inside_find_more_in_the_office_frame():
    assert "Kein Treffer für „vertrauliche“" in text_of(Client().get("/suche/", {"q": "vertrauliche"}))
    page = text_of(browser("clerk").get("/suche/", {"q": "vertrauliche"}))
    assert '<a href="/x/2/">Vertrauliche Sprachvorlage</a>' in page
    assert 'class="bn-office"' in page


def test_a_slip_is_forgiven_and_said():
    page = text_of(Client().get("/suche/", {"q": "Lankarte"}))
    assert "Genau „Lankarte“ kommt nicht vor." in page
    assert "Landkarte der Sprachangebote" in page


def test_one_kind_narrows_the_hits():
    page = text_of(Client().get("/suche/", {"q": "Landkarte", "art": "frontdoor.example"}))
    assert 'art=frontdoor.example" aria-current="page"' in page


def test_nothing_found_says_what_next():
    assert "Kein Treffer für „xyzxyz“" in text_of(Client().get("/suche/", {"q": "xyzxyz"}))
    assert "Geben Sie ein Wort" in text_of(Client().get("/suche/"))


@pytest.mark.parametrize(
    "query", ["seite=0", "seite=abc", "seite=999999999", "seite=40", "art=nichts", "seite=²"]
)
def test_odd_addresses_answer(query: str):
    page = Client().get(f"/suche/?q=Landkarte&{query}")
    assert page.status_code == 200
    assert "Landkarte der Sprachangebote" in text_of(page)
