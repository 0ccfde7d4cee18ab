"""My day: what is due, what waits, what comes next."""

import pytest
from django.http import HttpResponse
from django.test import Client

from bildungsnetz.portal.services.feedback import give_feedback
from tests.accounts.build import NOW, a_user, browser, browser_of

pytestmark = pytest.mark.django_db


def text_of(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


def test_strangers_are_sent_to_the_login():
    assert Client().get("/heute/")["Location"] == "/anmelden/?next=/heute/"


def test_an_empty_day():
    page = text_of(browser("clerk").get("/heute/"))
    assert "Nichts offen" in page
    assert "Mi., 04.03.2026" in page


def test_what_waits_opens_the_place_to_act():
    kept = give_feedback(receipt="a", kind="error", message="x", now=NOW)
    page = text_of(browser("clerk").get("/heute/"))
    assert f'<a href="/portal/rueckmeldungen/{kept.pk}/">{kept}</a>' in page
    assert ("Wartet auf Sie" in page, "Nichts offen" in page) == (True, False)
    assert str(kept) not in text_of(browser("member").get("/heute/"))


def test_without_a_role_and_with_nobody_to_ask():
    page = text_of(browser_of(a_user()).get("/heute/"))
    assert "Sie haben zurzeit keine Rolle" in page
    assert "Bitte wenden Sie sich an das Bildungsbüro." in page
    assert "Nichts offen" not in page
