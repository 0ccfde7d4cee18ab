"""The phone pages of a forum, its moderation, the public tracker."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.web.public_forms import new_mark
from bildungsnetz.governance.models import Contribution, Forum, Recommendation
from bildungsnetz.governance.services.conferences import close_forum
from bildungsnetz.governance.services.recommendation_publishing import publish_recommendations
from bildungsnetz.governance.web.forum_entry import new_token
from tests.governance import build
from tests.governance.build_conference import a_conference, a_contribution, an_open_forum
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
Queries = Callable[..., AbstractContextManager[None]]


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def enter(client: Client, code: str) -> str:
    """The address of the room behind the code."""
    answer = client.post(reverse("governance:forum-entry"), {"code": code})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_from_the_code_to_a_proposal_without_cookie(client: Client) -> None:
    forum = an_open_forum()
    address = enter(client, forum.code_to_read.lower())
    assert "Noch kein Vorschlag" in text(client, address)
    sent = client.post(address, {"title": "Mehr Vorlesen", "text": "", "mark": new_mark()})
    assert sent.headers["Location"] == f"{address}?danke"
    assert "Ihr Vorschlag ist angekommen" in text(client, f"{address}?danke")
    assert "Mehr Vorlesen" not in text(client, address)
    assert Contribution.objects.get().title == "Mehr Vorlesen"
    assert client.cookies == {}


def test_supporting_counts_once_for_one_entry(client: Client) -> None:
    said = a_contribution(an_open_forum())
    address = enter(client, said.forum.code)
    assert "Unterstützen: Mehr Vorlesen" in text(client, address)
    for _twice in range(2):
        client.post(f"{address}{said.pk}/unterstuetzen/")
    assert "Sie unterstützen das" in text(client, address)
    client.post(f"{enter(client, said.forum.code)}{said.pk}/unterstuetzen/")
    said.refresh_from_db()
    assert said.supporters == 2


def test_a_form_of_another_site_is_refused(client: Client) -> None:
    said = a_contribution(an_open_forum())
    address = enter(client, said.forum.code)
    for url in (address, f"{address}{said.pk}/unterstuetzen/", reverse("governance:forum-entry")):
        assert client.post(url, headers={"origin": "https://elsewhere.example"}).status_code == 403
    said.refresh_from_db()
    assert said.supporters == 0


def test_guessing_codes_ends_soon(client: Client) -> None:
    forum = an_open_forum()
    address = reverse("governance:forum-entry")
    answers = [client.post(address, {"code": "AAAAAA"}).status_code for _try in range(41)]
    assert answers == [200] * 40 + [429]
    assert client.post(address, {"code": forum.code}).status_code == 429


def test_many_proposals_of_one_entry_are_slowed_down(client: Client) -> None:
    address = enter(client, an_open_forum().code)
    for number in range(10):
        client.post(address, {"title": f"Vorschlag {number}", "mark": new_mark()})
    assert client.post(address, {"title": "Einer zu viel", "mark": new_mark()}).status_code == 429
    assert Contribution.objects.count() == 10


def test_a_closed_forum_opens_for_nobody(client: Client) -> None:
    forum = an_open_forum()
    address = enter(client, forum.code)
    close_forum(actor=SYSTEM, forum=forum, now=build.NOW)
    assert client.get(address).status_code == 410
    assert client.post(address, {"title": "X", "mark": new_mark()}).status_code == 410
    assert client.get(reverse("governance:forum-room", args=["gefälscht"])).status_code == 410
    assert Contribution.objects.count() == 0


def test_the_office_moderates(client: Client) -> None:
    signed_in(client, "pedagogical")
    forum = an_open_forum()
    first, second = a_contribution(forum, shown=False), a_contribution(forum, "Vorlesepaten")
    page = reverse("governance:forum", args=[forum.pk])
    assert "Mehr Vorlesen" in text(client, page)
    client.post(reverse("governance:contribution-release", args=[first.pk]))
    merge = reverse("governance:forum-merge", args=[forum.pk])
    assert (
        client.post(merge, {"title": "Vorlesen", "contributions": [first.pk, second.pk]}).status_code == 302
    )
    assert "Fasst 2 Beiträge zusammen" in text(client, f"{page}?ansicht=freigegeben")
    made = Contribution.objects.get(title="Vorlesen")
    taken = client.post(reverse("governance:contribution-take-up", args=[made.pk]))
    found = Recommendation.objects.get()
    assert taken.headers["Location"] == reverse("governance:recommendation", args=[found.pk])
    assert "Beitrag im Forum Übergänge: Vorlesen" in text(client, taken.headers["Location"])
    screen = text(client, reverse("governance:forum-screen", args=[forum.pk]))
    assert Forum.objects.get().code_to_read in screen


@pytest.mark.parametrize("rows", [1, 3])
def test_moderation_costs_the_same(client: Client, rows: int, django_assert_num_queries: Queries) -> None:
    signed_in(client, "pedagogical")
    forum = an_open_forum()
    for number in range(rows):
        a_contribution(forum, f"Vorschlag {number}")
    with django_assert_num_queries(8):
        text(client, reverse("governance:forum", args=[forum.pk]) + "?ansicht=freigegeben")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_room_costs_the_same(client: Client, rows: int, django_assert_num_queries: Queries) -> None:
    forum = an_open_forum()
    for number in range(rows):
        a_contribution(forum, f"Vorschlag {number}")
    with django_assert_num_queries(3):
        text(client, reverse("governance:forum-room", args=[new_token(forum)]))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_tracker_costs_the_same(client: Client, rows: int, django_assert_num_queries: Queries) -> None:
    body = build.a_body("education_conference")
    made = [build.a_recommendation(f"Nr. {number}", body, adopted=True) for number in range(rows)]
    publish_recommendations(actor=SYSTEM, recommendations=made, now=build.NOW)
    with django_assert_num_queries(5):
        page = text(client, reverse("governance:tracker"))
    assert page.count("noch offen</span>") == rows


def test_only_an_open_conference_has_a_public_page(client: Client) -> None:
    for audience, status in (("members", 404), ("open", 200)):
        address = reverse("governance:public-conference", args=[a_conference(audience).pk])
        assert client.get(address).status_code == status
