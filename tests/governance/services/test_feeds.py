"""Calendars by link: what they show at the moment they are asked, to whom they belong, how they end."""

from datetime import date, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.feeds import FeedKind
from bildungsnetz.governance.models import Body, Feed, SessionInvitation
from bildungsnetz.governance.services.feeds import open_feed, revoke_feed
from bildungsnetz.governance.services.invitations import send_invitations
from bildungsnetz.governance.services.mandates import end_mandate
from bildungsnetz.governance.services.publication import publish_session
from bildungsnetz.governance.services.sessions import cancel_session
from tests.governance import build

pytestmark = pytest.mark.django_db
NOW = build.NOW


def calendar_link(last_name: str, body: Body, *, of: Body | None = None) -> str:
    person = build.member(body, last_name)
    token = open_feed(actor=build.actor_of(person), kind=FeedKind.CALENDAR, body=of, now=NOW)
    return reverse("governance:calendar-feed", args=[token])


def events(client: Client, address: str) -> dict[str, str]:
    """UID → state of the events of a calendar."""
    answer = client.get(address)
    assert answer.status_code == 200
    return {
        str(event["UID"]): str(event["STATUS"]) for event in Calendar.from_ical(answer.content).walk("VEVENT")
    }


def test_the_calendar_holds_the_mark_of_the_invitation_and_no_item(client: Client) -> None:
    body = build.a_steering_body()
    session = build.an_invited_session(body)
    invitation = SessionInvitation.objects.get(session=session, person__last_name="Stadler")
    answer = client.get(calendar_link("Stadler", body))
    event = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (invitation.uid, 0, "CONFIRMED")
    assert event["SUMMARY"] == "Lenkungskreis, 1. Sitzung"
    assert b"Landkarte der Sprachangebote" not in answer.content
    assert b"TZID=Europe/Berlin:20260325T140000" in answer.content
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert client.cookies == {}


def test_the_mark_is_the_same_before_the_invitation(client: Client) -> None:
    body = build.a_steering_body()
    session = build.a_session(body)
    build.an_item(session)
    address = calendar_link("Stadler", body)
    before = list(events(client, address))
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    assert before == [SessionInvitation.objects.get(person__last_name="Stadler").uid]


def test_a_cancelled_session_says_so(client: Client) -> None:
    body = build.a_steering_body()
    session = build.an_invited_session(body)
    address = calendar_link("Stadler", body)
    cancel_session(actor=SYSTEM, session=session, reason="Sturm", now=NOW)
    assert list(events(client, address).values()) == ["CANCELLED"]


def test_with_the_mandate_the_sessions_go(client: Client) -> None:
    body = build.a_steering_body()
    build.an_invited_session(body)
    address, of_body = calendar_link("Stadler", body), calendar_link("Stadler", body, of=body)
    assert (len(events(client, address)), len(events(client, of_body))) == (1, 1)
    mandate = build.mandate_of(body, "Stadler")
    end_mandate(actor=SYSTEM, mandate=mandate, ends_on=date(2026, 3, 3), now=NOW)
    assert (events(client, address), events(client, of_body)) == ({}, {})


def test_a_called_deputy_sees_only_what_she_is_called_to(client: Client) -> None:
    body = build.a_steering_body()
    build.an_invited_session(body)
    address = calendar_link("Herbst", body)
    assert events(client, address) == {}


def test_an_account_that_is_blocked_gets_410_and_an_unknown_link_404(client: Client) -> None:
    body = build.a_steering_body()
    address = calendar_link("Stadler", body)
    user = build.member(body, "Stadler").user
    user.is_active = False
    user.save()
    assert client.get(address).status_code == 410
    assert client.get(reverse("governance:calendar-feed", args=["x" * 43])).status_code == 404


def test_a_new_link_ends_the_old_one_and_revoking_ends_both(client: Client) -> None:
    body = build.a_steering_body()
    old, new = calendar_link("Stadler", body), calendar_link("Stadler", body)
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)
    revoke_feed(actor=build.actor_of(build.member(body, "Stadler")), feed=Feed.objects.get(), now=NOW)
    assert client.get(new).status_code == 404
    assert [entry.act for entry in AuditEntry.objects.filter(act__startswith="governance.feed")] == [
        "governance.feed.revoke",
        "governance.feed.renew",
        "governance.feed.open",
    ]


def test_only_the_hash_is_kept() -> None:
    body = build.a_steering_body()
    token = open_feed(actor=build.actor_of(build.member(body, "Lang")), kind=FeedKind.CALENDAR, now=NOW)
    assert Feed.objects.get().token_hash == tokens.hash_of(token)


@pytest.mark.parametrize("stranger", ["public", "other body"])
def test_nobody_gets_a_link_to_what_she_may_not_read(stranger: str) -> None:
    body, other = build.a_steering_body(), build.a_body(name="Beirat")
    before = AuditEntry.objects.count()
    actor = PUBLIC if stranger == "public" else build.actor_of(build.member(body, "Lang"))
    with pytest.raises(NotAllowed):
        open_feed(actor=actor, kind=FeedKind.CALENDAR, body=other, now=NOW)
    assert (Feed.objects.count(), AuditEntry.objects.count()) == (0, before)


def test_nobody_revokes_the_link_of_another() -> None:
    body = build.a_steering_body()
    open_feed(actor=build.actor_of(build.member(body, "Lang")), kind=FeedKind.CALENDAR, now=NOW)
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        revoke_feed(actor=build.actor_of(build.member(body, "Weber")), feed=Feed.objects.get(), now=NOW)
    assert (Feed.objects.count(), AuditEntry.objects.count()) == (1, before)


def test_unchanged_is_304_and_only_the_day_of_use_is_kept(client: Client) -> None:
    body = build.a_steering_body()
    build.an_invited_session(body)
    address = calendar_link("Stadler", body)
    first = client.get(address)
    assert first.headers["Last-Modified"] == "Wed, 04 Mar 2026 14:00:00 GMT"
    assert first.headers["Cache-Control"] == "private, max-age=300"
    later = NOW + timedelta(hours=3)
    with time_machine.travel(later, tick=False):
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        since = client.get(address, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert (again.status_code, again.content, since.status_code) == (304, b"", 304)
    assert Feed.objects.get().last_used_on == date(2026, 3, 4)
    end_mandate(actor=SYSTEM, mandate=build.mandate_of(body, "Stadler"), ends_on=date(2026, 3, 3), now=later)
    with time_machine.travel(later, tick=False):
        gone = client.get(address, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert gone.status_code == 200
    assert gone.headers["Last-Modified"] == "Wed, 04 Mar 2026 17:00:00 GMT"


def test_a_year_of_sessions_costs_as_much_as_one(client: Client, django_assert_num_queries) -> None:
    body = build.a_steering_body()
    build.a_session(body)
    address = calendar_link("Stadler", body)
    client.get(address)
    with django_assert_num_queries(9):
        client.get(address)
    for month in (5, 6, 7):
        build.a_session(body, on=date(2026, month, 6))
    client.get(address)
    with django_assert_num_queries(9):
        assert len(events(client, address)) == 4


def test_the_public_calendar_shows_what_is_published_without_the_video_link(client: Client) -> None:
    body = build.a_steering_body()
    session = build.a_session(body)
    build.an_item(session, visibility="public")
    session.online_link = "https://video.example.org/geheim"
    session.save()
    address = reverse("governance:public-calendar", args=[body.pk])
    assert events(client, address) == {}
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    session.refresh_from_db()
    publish_session(actor=SYSTEM, session=session, now=NOW)
    answer = client.get(address)
    assert list(events(client, address)) == [f"sitzung-{session.pk}@{settings.MAIL_DOMAIN}"]
    assert b"video.example.org" not in answer.content
    assert b"/oeffentliche-sitzungen/" in answer.content
    same = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert same.status_code == 304
