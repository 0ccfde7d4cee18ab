"""The public pages of portal: no cookie, nothing lost, robots and foreign forms stay outside."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bildungsnetz.portal.models import Feedback
from bildungsnetz.portal.services.legal import change_text
from tests.accounts.build import NOW, an_actor

pytestmark = pytest.mark.django_db
ADDRESS = "/rueckmeldung/"
GIVEN = {"kind": "error", "message": "Der Link geht nicht.", "page": "/suche/", "email": "", "homepage": ""}


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def mark_in(page: HttpResponse) -> str:
    return re.search(r'name="mark" value="([^"]+)"', text_of(page)).group(1)


def strict() -> Client:
    """A browser against which Django's own CSRF check would act."""
    return Client(enforce_csrf_checks=True)


def send(client: Client, headers: dict[str, str] | None = None, **values: str) -> HttpResponse:
    mark = values.pop("mark", None) or mark_in(client.get(ADDRESS))
    return client.post(ADDRESS, {**GIVEN, "mark": mark, **values}, headers=headers or {})


@pytest.mark.parametrize("route", ["imprint", "privacy", "accessibility", "feedback"])
def test_public_pages_set_no_cookie(route: str):
    client = Client()
    page = client.get(reverse(f"portal:{route}"))
    assert (page.status_code, page.cookies, client.cookies) == (200, {}, {})


def test_a_legal_page_shows_its_text_as_text():
    body = "## Kontakt\nE-Mail: info@example.org\n\n- <script>alert(1)</script>"
    change_text(actor=an_actor("clerk"), slug="imprint", body=body, version=0, now=NOW)
    page = text_of(Client().get("/impressum/"))
    assert "<h2>Kontakt</h2>" in page
    assert '<a href="mailto:info@example.org">info@example.org</a>' in page
    assert "<li>&lt;script&gt;alert(1)&lt;/script&gt;</li>" in page
    assert "Stand: Mi., 04.03.2026" in page


def test_a_legal_page_without_text_says_so():
    assert "noch nicht hinterlegt" in text_of(Client().get("/datenschutz/"))


def test_the_form_knows_the_page_it_was_opened_from():
    page = text_of(Client().get(ADDRESS, {"seite": '/suche/?q="haan"'}))
    assert 'value="/suche/?q=&quot;haan&quot;"' in page


@pytest.mark.parametrize(
    ("before", "page"),
    [
        ("http://testserver/suche/?q=haan", "/suche/"),
        ("http://testserver/einladung/geheim/", ""),
        ("http://testserver/heute/", ""),
        ("http://testserver/gibt-es-nicht/", ""),
        ("https://andere.example/suche/", ""),
        ("", ""),
    ],
)
def test_the_form_knows_the_public_page_before(before: str, page: str):
    shown = text_of(Client().get(ADDRESS, headers={"Referer": before}))
    assert re.search(r'name="page"( value="([^"]*)")?', shown).group(2) == (page or None)


def test_a_message_gets_a_number_and_sets_no_cookie():
    client = strict()
    answer = send(client)
    kept = Feedback.objects.get()
    assert (kept.kind, kept.message, kept.page) == ("error", "Der Link geht nicht.", "/suche/")
    assert kept.number in text_of(answer)
    assert "15.04.2026" in text_of(answer)
    assert (answer.cookies, client.cookies) == ({}, {})


def test_sending_twice_makes_one_case():
    client = strict()
    mark = mark_in(client.get(ADDRESS))
    first, second = send(client, mark=mark), send(client, mark=mark)
    number = Feedback.objects.get().number
    assert (number in text_of(first), number in text_of(second)) == (True, True)


def test_nothing_is_lost_when_something_is_missing():
    answer = send(strict(), kind="", email="keine Adresse", message="Mein langer Text")
    assert Feedback.objects.count() == 0
    assert "Mein langer Text" in text_of(answer)
    assert "Bitte prüfen Sie Ihre Angaben" in text_of(answer)


@pytest.mark.parametrize("mark", ["erfunden", "", " "])
def test_a_form_without_our_mark_comes_back_with_a_good_one(mark: str):
    client = strict()
    answer = client.post(ADDRESS, {**GIVEN, "mark": mark})
    assert Feedback.objects.count() == 0
    assert "Der Link geht nicht." in text_of(answer)
    send(client, mark=mark_in(answer))
    assert Feedback.objects.count() == 1


def test_a_form_left_open_too_long_comes_back_filled():
    client = strict()
    mark = mark_in(client.get(ADDRESS))
    with time_machine.travel(NOW + timedelta(hours=12, seconds=5), tick=False):
        answer = send(client, mark=mark)
        assert "zu lange offen" in text_of(answer)
        assert "Der Link geht nicht." in text_of(answer)
    assert Feedback.objects.count() == 0


def test_robots_fill_the_trap():
    answer = send(strict(), homepage="https://spam.example")
    assert ("leer bleiben" in text_of(answer), Feedback.objects.count()) == (True, 0)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, 200),
        ({}, 200),
        ({"Origin": "https://boese.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
def test_forms_of_other_sites_stay_outside(headers: dict[str, str], status: int):
    assert send(strict(), headers).status_code == status
    assert Feedback.objects.count() == (1 if status == 200 else 0)
