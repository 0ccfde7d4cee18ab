"""The pages of the one-time link: sending it, reading the minutes without an account, the button."""

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import MinutesLink
from tests.governance.build import member
from tests.governance.results import submitted
from tests.governance.services.test_minutes_links import send
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


def test_sending_needs_the_button(client: Client) -> None:
    minutes = submitted()
    signed_in(client, "clerk")
    address = reverse("governance:minutes-send-link", args=[minutes.session_id])
    assert "Link an Karl Winter senden" in " ".join(client.get(address).content.decode().split())
    assert MinutesLink.objects.count() == 0
    person = member(minutes.session.body, "Winter")
    assert client.post(address, {"person": person.pk}).status_code == 302
    assert "Gesendete Links" in client.get(address).content.decode()
    assert client.post(address, {"person": 10**9}).status_code == 404


def test_the_page_shows_the_minutes_and_only_the_button_approves() -> None:
    minutes = submitted()
    address = reverse("governance:minutes-approve-link", args=[send(minutes)])
    visitor = Client(enforce_csrf_checks=True)
    page = visitor.get(address).content.decode()
    assert ("Fachtag Übergang" in page, minutes.content_hash in page) == (True, True)
    assert minutes.approvals.count() == 0
    stale = visitor.post(address, {"read_hash": "old"})
    assert (stale.status_code, minutes.approvals.count()) == (410, 0)
    done = visitor.post(address, {"read_hash": minutes.content_hash})
    assert "Ihre Freigabe ist festgehalten" in done.content.decode()
    assert minutes.approvals.count() == 1
    again = visitor.get(address)
    assert (again.status_code, "nur einmal" in again.content.decode()) == (410, True)


def test_a_wrong_link_says_so() -> None:
    answer = Client().get(reverse("governance:minutes-approve-link", args=["x" * 43]))
    assert (answer.status_code, "gibt es nicht mehr" in answer.content.decode()) == (410, True)
