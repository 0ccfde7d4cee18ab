"""The pages of a hearing, for the clerk and for a city without account."""

import re
from collections.abc import Iterator
from http import HTTPStatus

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.governance.models import AgendaItem, Opinion
from bildungsnetz.network.api import Municipality
from tests.governance import build, results
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> Iterator[AgendaItem]:
    with time_machine.travel(results.STARTS, tick=False):
        Municipality.objects.create(ags="05158012", name="Hilden")
        yield results.an_item(results.a_running_session())


@pytest.fixture
def clerk(client: Client, item: AgendaItem) -> Client:
    signed_in(client, "clerk")
    return client


def address(name: str, pk: int) -> str:
    return reverse(f"governance:{name}", args=[pk])


def test_from_the_flag_to_the_answer(clerk: Client, item: AgendaItem) -> None:
    city = Municipality.objects.get()
    page = address("item-hearing", item.pk)
    typed = {"estimate": "40.000 Euro", "cities": [city.pk]}
    assert "Die Städte sind noch nicht gefragt." in clerk.post(page, typed, follow=True).content.decode()
    room = clerk.get(address("session-room", item.session_id) + f"?punkt={item.pk}").content.decode()
    assert "Vor einem Beschluss sind die Städte zu hören." in room
    asked = {"due_on": "2026-03-14", f"email_{city.pk}": "amt@demo.example", f"name_{city.pk}": ""}
    told = clerk.post(address("item-hearing-ask", item.pk), asked, follow=True).content.decode()
    assert "Die Städte sind gefragt, die Frist läuft noch." in told
    resent = clerk.post(address("opinion-resend", Opinion.objects.get().pk), follow=True).content.decode()
    assert "Hilden hat einen neuen Link bekommen." in resent
    found = re.search(r"/stellungnahme/[\w-]+/", OutgoingMail.objects.order_by("-pk")[0].body)
    assert found is not None
    everybody = Client()
    assert results.WORDING in everybody.get(found.group()).content.decode()
    assert Opinion.objects.get().answer == ""
    refused = everybody.post(found.group(), {"answer": "concerns", "text": "", "answered_by": "Amt"})
    assert refused.context["form"].errors["text"] == ["Schreiben Sie, welche Bedenken die Stadt hat."]
    given = {"answer": "concerns", "text": "Zu teuer.", "answered_by": "Amt"}
    assert (
        "Danke, Ihre Stellungnahme ist angekommen."
        in everybody.post(found.group(), given, follow=True).content.decode()
    )
    session = clerk.get(address("session", item.session_id)).content.decode()
    assert "Bedenken: Hilden („Zu teuer.“)." in session


def test_waiving_says_who_and_why(clerk: Client, item: AgendaItem) -> None:
    city = Municipality.objects.get()
    clerk.post(address("item-hearing", item.pk), {"estimate": "40.000 Euro", "cities": [city.pk]})
    typed = {"waived_by": "Runde der Dezernate", "reason": "Schon beraten"}
    page = clerk.post(address("item-hearing-waive", item.pk), typed, follow=True).content.decode()
    assert "Runde der Dezernate" in page
    assert "Auf die Anhörung der Städte ist verzichtet." in page


def test_an_unknown_link_says_so(client: Client, item: AgendaItem) -> None:
    answer = client.get(reverse("governance:opinion-link", args=["x" * 43]))
    assert answer.status_code == HTTPStatus.GONE
    assert "Diesen Link gibt es nicht mehr." in answer.content.decode()


def test_the_decision_page_says_why_it_is_refused(clerk: Client, item: AgendaItem) -> None:
    city = Municipality.objects.get()
    clerk.post(address("item-hearing", item.pk), {"estimate": "40.000 Euro", "cities": [city.pk]})
    record = address("decision-record", item.pk)
    assert "Zur Anhörung der Städte" in clerk.get(record).content.decode()
    typed = {"wording": results.WORDING}
    for side, name in (("land", "Winter"), ("kommune", "Kaiser")):
        typed |= {
            f"position_{side}": "agree",
            f"stated_by_{side}": str(build.member(item.session.body, name).pk),
        }
    answer = clerk.post(record, typed)
    assert "Dieser Punkt kostet die Städte Geld." in answer.content.decode()
    assert not item.decisions.exists()
