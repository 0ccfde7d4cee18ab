"""Pages of following, and the feeds."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.domain.feeds import FeedKind
from bildungsnetz.governance.models import Body, Feed, Follow, Session
from bildungsnetz.governance.services.feeds import open_feed
from bildungsnetz.governance.services.following import follow
from bildungsnetz.governance.services.publication import publish_session
from bildungsnetz.network.api import FieldOfAction
from tests.governance import build
from tests.governance.services.test_following import APPROVED, LATER, decided
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
ENTRY = "{http://www.w3.org/2005/Atom}entry"
TITLE = "{http://www.w3.org/2005/Atom}title"


def titles(client: Client, address: str) -> list[str]:
    with time_machine.travel(LATER, tick=False):
        answer = client.get(address)
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    tree = ET.fromstring(answer.content)  # noqa: S314 - our own answer
    return sorted(str(entry.findtext(TITLE)) for entry in tree.iter(ENTRY))


def published() -> Body:
    body = build.a_steering_body()
    publish_session(actor=SYSTEM, session=decided(body), now=APPROVED)
    return body


def test_the_public_feed_holds_what_is_public(client: Client) -> None:
    body = published()
    year = "1/2026"
    assert titles(client, reverse("governance:public-news", args=[body.pk])) == [
        f"Beschluss: Beschluss {year}: Punkt public",
        "Tagesordnung: Lenkungskreis, 1. Sitzung",
    ]
    assert client.cookies == {}


def test_the_feed_of_a_topic_knows_the_topics_of_a_body(client: Client) -> None:
    body, topic = published(), FieldOfAction.objects.create(name="Sprachbildung")
    address = reverse("governance:public-topic-news", args=[topic.pk])
    assert titles(client, address) == []
    body.fields_of_action.add(topic)
    assert len(titles(client, address)) == 2


def test_the_own_feed_shows_what_the_account_may_see(client: Client) -> None:
    body = published()
    actor = build.actor_of(build.member(body, "Stadler"))
    follow(actor=actor, body=body, now=build.NOW)
    token = open_feed(actor=actor, kind=FeedKind.NEWS, now=build.NOW)
    address = reverse("governance:news-feed", args=[token])
    found = titles(client, address)
    assert [each.rpartition(" ")[2] for each in found if each.startswith("Beschluss")] == [
        "public",
        "network",
        "body",
    ]
    # A link to the calendar opens no feed of news, and the other way round.
    assert client.get(reverse("governance:calendar-feed", args=[token])).status_code == 404
    first = client.get(address)
    assert client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    Feed.objects.all().delete()
    assert client.get(address).status_code == 404


def test_the_page_follows_and_ends(client: Client) -> None:
    signed_in(client, "clerk")
    body, topic = build.a_steering_body(), FieldOfAction.objects.create(name="Sprachbildung")
    page = reverse("governance:following")
    assert "Sie folgen noch nichts" in client.get(page).content.decode()
    client.post(reverse("governance:follow-body", args=[body.pk]))
    client.post(reverse("governance:follow-topic", args=[topic.pk]))
    shown = client.post(page, {"rhythm": "daily"}, follow=True).content.decode()
    assert "Gespeichert." in shown
    assert [str(each) for each in Follow.objects.order_by("pk")] == ["Lenkungskreis", "Sprachbildung"]
    assert "Sie folgen" in client.get(reverse("governance:public-body", args=[body.pk])).content.decode()
    client.post(reverse("governance:unfollow", args=[Follow.objects.order_by("pk")[0].pk]))
    assert Follow.objects.get().field_of_action == topic
    made = client.post(reverse("governance:news-open")).content.decode()
    assert "/neues.atom" in made


def test_the_page_costs_the_same_with_many(client: Client, django_assert_num_queries) -> None:
    user = signed_in(client, "clerk")
    page = reverse("governance:following")
    actor = build.an_actor("clerk", user_id=user.pk)
    follow(actor=actor, body=build.a_body(name="Erstes"), now=build.NOW)
    client.get(page)
    with django_assert_num_queries(8):
        client.get(page)
    for name in ("Zweites", "Drittes"):
        follow(actor=actor, body=build.a_body(name=name), now=build.NOW)
    with django_assert_num_queries(8):
        client.get(page)


def test_the_feed_costs_the_same_with_many(client: Client, django_assert_num_queries) -> None:
    body = published()
    address = reverse("governance:public-news", args=[body.pk])
    with django_assert_num_queries(4):
        client.get(address)
    for number in (7, 8):
        session = Session.objects.create(
            body=body,
            number=number,
            starts_at=APPROVED,
            ends_at=LATER,
            state="invited",
            published_at=build.NOW - timedelta(days=1),
        )
        session.items.create(position=1, title="Punkt", added_at=build.NOW, visibility="public")
    with django_assert_num_queries(4):
        client.get(address)
