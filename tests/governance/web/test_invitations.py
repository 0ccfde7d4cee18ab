"""Sending invitations and answering them."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.models import SessionInvitation
from tests.governance import build
from tests.governance.services.test_invitations import LATE
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    return client


def page_of(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def link_of(name: str) -> str:
    body = OutgoingMail.objects.filter(recipient_name=name).order_by("-pk")[0].body
    return "/einladung/sitzung/" + body.split("/einladung/sitzung/")[1].split("/")[0] + "/"


def test_the_preview_says_who_gets_what_and_sends_nothing(clerk: Client) -> None:
    session = build.a_session(build.a_steering_body())
    build.an_item(session)
    page = page_of(clerk, reverse("governance:session-invite", args=[session.pk]))
    assert "8 Einladungen versenden" in page
    assert "Karl Winter" in page
    assert "Sie laden rechtzeitig ein" in page
    assert "Dana Herbst: Vertretung für Karl Winter" in page
    assert OutgoingMail.objects.count() == 0


def test_sending_with_a_guest(clerk: Client) -> None:
    session = build.a_session(build.a_steering_body())
    build.an_item(session)
    guest = build.a_person("Gast", "Gerda")
    url = reverse("governance:session-invite", args=[session.pk]) + f"?gast={guest.pk}"
    assert "Gast dieser Sitzung" in page_of(clerk, url)
    answer = clerk.post(url, follow=True)
    assert "9 Einladungen sind unterwegs." in answer.content.decode()
    assert SessionInvitation.objects.get(person=guest).mandate is None


def test_a_late_invitation_without_reason_is_refused_at_the_field(clerk: Client) -> None:
    session = build.a_session(build.a_steering_body())
    build.an_item(session)
    url = reverse("governance:session-invite", args=[session.pk])
    with time_machine.travel(LATE, tick=False):
        signed_in(clerk, "head")
        answer = clerk.post(url, {"reason": ""})
    assert answer.context["form"].errors["reason"] == [
        "Die Einladungsfrist endete am 11.03.2026. Begründen Sie die spätere Einladung."
    ]
    assert OutgoingMail.objects.count() == 0


def test_looking_at_the_link_changes_nothing_and_sets_no_cookie() -> None:
    build.an_invited_session(build.a_steering_body())
    logged = AuditEntry.objects.count()
    answer = Client().get(link_of("Karl Winter"))
    assert (answer.status_code, dict(answer.cookies)) == (200, {})
    page = answer.content.decode()
    for words in (
        "Ich komme<",
        "Ich komme nicht, meine Vertretung kommt<",
        "Ich komme nicht<",
        "Karl Winter",
    ):
        assert words in page
    assert SessionInvitation.objects.exclude(reply="open").count() == 0
    assert AuditEntry.objects.count() == logged


def test_the_button_answers_and_may_be_pressed_again() -> None:
    build.an_invited_session(build.a_steering_body())
    stranger, link = Client(enforce_csrf_checks=True), link_of("Karl Winter")
    answer = stranger.post(link, {"answer": "sends_deputy", "note": "Bin im Urlaub"}, follow=True)
    assert "Sie kommen nicht, Ihre Vertretung ist eingeladen." in answer.content.decode()
    assert dict(answer.cookies) == {}
    answer = stranger.post(link, {"answer": "comes", "note": ""}, follow=True)
    assert "Sie kommen." in answer.content.decode()
    refused = stranger.post(link, {"answer": "vielleicht"})
    assert refused.status_code == 200
    assert SessionInvitation.objects.get(person__last_name="Winter").reply == "accepted"


def test_who_has_no_deputy_is_not_offered_one() -> None:
    build.an_invited_session(build.a_steering_body())
    page = page_of(Client(), link_of("Lena Lang"))
    assert ("meine Vertretung kommt" in page, "keine Vertretung frei" in page) == (False, True)


def test_an_expired_link_says_why() -> None:
    build.an_invited_session(build.a_steering_body())
    with time_machine.travel("2026-03-26T08:00:00+00:00", tick=False):
        page = page_of(Client(), link_of("Karl Winter"), 410)
    assert "Dieser Link galt bis zum 25.03.2026. Wenden Sie sich an die Geschäftsstelle." in page


def test_a_wrong_link_tells_nothing() -> None:
    build.an_invited_session(build.a_steering_body())
    page = page_of(Client(), "/einladung/sitzung/erfunden/", 410)
    assert ("Diesen Link gibt es nicht mehr" in page, "Lenkungskreis" in page) == (True, False)


def test_members_answer_on_the_page_of_the_session() -> None:
    body = build.a_steering_body()
    session = build.an_invited_session(body)
    member = Client()
    member.force_login(build.member(body, "Lang").user, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("governance:session-reply", args=[session.pk])
    assert member.get(url).status_code == 405
    answer = member.post(url, {"answer": "stays_away", "note": ""}, follow=True)
    assert "Ihre Antwort ist angekommen." in answer.content.decode()
    assert "Sie haben abgesagt." in answer.content.decode()
    refused = member.post(url, {"answer": "sends_deputy", "note": ""}, follow=True)
    assert "Für Ihren Sitz ist keine Vertretung frei." in refused.content.decode()
