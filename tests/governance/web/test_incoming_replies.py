"""The clerk's page for answers that match no invitation."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from bildungsnetz.governance.models import IncomingReply, SessionInvitation
from bildungsnetz.governance.services.calendar_replies import take_reply
from tests.governance import build
from tests.governance.calendar_mail import a_reply
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
LIST = reverse("governance:incoming-replies")


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    build.an_invited_session(build.a_steering_body())
    return client


def winter() -> SessionInvitation:
    return SessionInvitation.objects.select_related("person").get(person__last_name="Winter")


def a_waiting_reply(number: int = 1) -> IncomingReply:
    take_reply(a_reply(winter(), "ACCEPTED", sender=f"vorzimmer{number}@example.org"), build.NOW)
    return IncomingReply.objects.order_by("-pk")[0]


def test_an_empty_list_says_what_would_stand_here(clerk: Client) -> None:
    page = clerk.get(LIST).content.decode()
    assert "Nichts zuzuordnen" in page
    assert "Es ist kein Postfach eingerichtet." in page


def test_the_list_names_sender_and_reason_with_as_many_queries_for_three_as_for_one(
    clerk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    a_waiting_reply()
    with django_assert_max_num_queries(30) as counted:
        page = clerk.get(LIST).content.decode()
    assert "vorzimmer1@example.org" in page
    assert "Die Antwort kommt von einer anderen Adresse als die Einladung." in page
    a_waiting_reply(2)
    a_waiting_reply(3)
    with django_assert_max_num_queries(len(counted)):
        clerk.get(LIST)


def test_assigning_by_the_form(clerk: Client) -> None:
    reply = a_waiting_reply()
    url = reverse("governance:incoming-reply", args=[reply.pk])
    answer = clerk.get(url)
    assert answer.context["form"].initial == {"invitation": winter().pk, "answer": "comes"}
    assert clerk.post(url, {"invitation": winter().pk}).context["form"].errors.keys() == {"answer"}
    done = clerk.post(url, {"invitation": winter().pk, "answer": "comes"}, follow=True)
    assert "Die Antwort ist zugeordnet." in done.content.decode()
    assert winter().reply == "accepted"
    again = clerk.post(url, {"invitation": winter().pk, "answer": "stays_away"})
    assert again.context["form"].non_field_errors() == ["Diese Antwort ist schon zugeordnet."]
    assert winter().reply == "accepted"


def test_discarding_by_the_button(clerk: Client) -> None:
    reply = a_waiting_reply()
    url = reverse("governance:incoming-reply-discard", args=[reply.pk])
    assert clerk.get(url).status_code == 405
    assert "Die Antwort ist verworfen." in clerk.post(url, follow=True).content.decode()
    assert "schon verworfen" in clerk.post(url, follow=True).content.decode()


def test_the_page_heute_asks_the_clerk_to_assign(clerk: Client) -> None:
    a_waiting_reply()
    page = clerk.get(reverse("frontdoor:my-day")).content.decode()
    assert "Antwort von vorzimmer1@example.org" in page
