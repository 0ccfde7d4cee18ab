"""Pages of the self-check."""

from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from bildungsnetz.governance.models import SelfCheckAnswer
from bildungsnetz.governance.services.self_checks import answer_self_check
from tests.governance import build
from tests.governance.services.test_self_checks import AFTER, links, started
from tests.sign_in import signed_in

BACKEND = "django.contrib.auth.backends.ModelBackend"
pytestmark = pytest.mark.django_db


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def test_the_link_shows_a_form_and_works_once(client: Client) -> None:
    started()
    address = reverse("governance:self-check-answer", args=[links()[0]])
    assert "Wie arbeiten wir?" in text(client, address)
    assert "Bewerten Sie mindestens eine Aussage." in client.post(address, {}).content.decode()
    thanks = client.post(address, {"goals": "4", "data": ""})
    assert "Danke für Ihre Antwort" in thanks.content.decode()
    assert SelfCheckAnswer.objects.get().ratings == {"goals": 4}
    text(client, address, 410)
    assert client.cookies == {}


def test_the_result_appears_afterwards(client: Client) -> None:
    who = signed_in(client, "clerk")
    check = started()
    for token in links()[:5]:
        answer_self_check(token=token, ratings={"goals": 4, "data": 2}, now=build.NOW)
    page = reverse("governance:self-check", args=[check.pk])
    paper = reverse("governance:self-check-pdf", args=[check.pk])
    assert "Die Umfrage läuft noch" in text(client, page)
    assert client.get(paper).status_code == 404
    with time_machine.travel(AFTER + timedelta(days=1), tick=False):
        client.force_login(who, backend=BACKEND)
        shown = text(client, page)
        answer = client.get(paper)
    assert "2026: 3,0" in shown
    assert "trifft nicht zu" in PdfReader(BytesIO(answer.content)).pages[0].extract_text()


def test_starting_shows_to_whom_it_goes(client: Client) -> None:
    signed_in(client, "head")
    body = build.a_steering_body()
    address = reverse("governance:self-check-start")
    assert "Katrin Kaiser" in text(client, address)
    sent = client.post(address, {"body": body.pk, "closes_on": "2026-03-20"})
    assert sent.status_code == 302
    assert len(links()) == 8
    assert "8 von 8" not in text(client, sent.headers["Location"])


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same(client: Client, rows: int, django_assert_num_queries) -> None:
    signed_in(client, "clerk")
    for number in range(rows):
        started(build.a_steering_body(f"Lenkungskreis {number}"))
    with django_assert_num_queries(6):
        text(client, reverse("governance:self-checks"))
