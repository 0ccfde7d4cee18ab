"""Passing on: only what may be passed on, by a link that ends."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, Session, SharedPoint, SharedSummary
from bildungsnetz.governance.selectors.sharing import own_summary, shared
from bildungsnetz.governance.services.publication import publish_session
from bildungsnetz.governance.services.sharing import (
    Said,
    close_summary_link,
    forget_summaries,
    open_summary_link,
    write_summary,
)
from bildungsnetz.governance.services.sharing_text import summary_text
from tests.governance import build, results
from tests.governance.services.test_following import decided
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
NOW = results.AFTER_WINDOW
BACKEND = "django.contrib.auth.backends.ModelBackend"
UNTIL = date(2026, 4, 20)


def member(body: Body):
    return build.actor_of(build.member(body, "Stadler"))


def a_summary(session: Session, **facts: object) -> SharedSummary:
    given = {"introduction": "Liebe Kolleginnen", "points": {}, "now": NOW}
    return write_summary(actor=member(session.body), session=session, **(given | facts))


def titles(session: Session) -> list[str]:
    found = shared(own_summary(member(session.body), session), session)
    return [point.entry.item.title for point in found.points]


def test_only_public_and_network_items_are_passed_on() -> None:
    session = decided(build.a_steering_body())
    assert titles(session) == ["Punkt public", "Punkt network"]
    text = summary_text(shared(None, session))
    assert "Beschluss (beschlossen): Das Bildungsbüro bereitet einen Fachtag" in text
    for hidden in ("Punkt body", "Punkt office", "Winter", "Kaiser"):
        assert hidden not in text


def test_the_author_leaves_out_and_adds_her_words() -> None:
    session = decided(build.a_steering_body())
    keys = dict(session.items.order_by("pk").values_list("title", "pk"))
    points = {
        keys["Punkt public"]: Said(is_included=False),
        keys["Punkt network"]: Said(is_included=True, remark=" Bitte melden. "),
        keys["Punkt office"]: Said(is_included=True, remark="geheim"),
    }
    summary = a_summary(session, points=points)
    assert titles(session) == ["Punkt network"]
    assert "Bitte melden." in summary_text(shared(summary, session))
    assert set(SharedPoint.objects.values_list("item__title", flat=True)) == {"Punkt public", "Punkt network"}
    assert AuditEntry.objects.filter(act="governance.summary.write").count() == 1


def test_an_item_that_is_closed_later_goes_from_the_summary() -> None:
    session = decided(build.a_steering_body())
    a_summary(session)
    session.items.filter(title="Punkt public").update(visibility=Visibility.OFFICE)
    assert titles(session) == ["Punkt network"]


@pytest.mark.parametrize("who", ["clerk", "other body", "planned"])
def test_whoever_may_not_writes_nothing(who: str) -> None:
    body = build.a_steering_body()
    session = build.a_session(body) if who == "planned" else build.an_invited_session(body)
    actors = {"clerk": build.an_actor("clerk"), "other body": build.an_actor("member", "body:999")}
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        write_summary(
            actor=actors.get(who) or member(body), session=session, introduction="x", points={}, now=build.NOW
        )
    assert (SharedSummary.objects.count(), AuditEntry.objects.count()) == (0, before)


def test_two_windows_do_not_overwrite_each_other() -> None:
    session = decided(build.a_steering_body())
    summary = a_summary(session)
    a_summary(session, introduction="Neu", version=summary.version)
    with pytest.raises(StaleVersion):
        a_summary(session, introduction="Alt", version=summary.version)
    assert SharedSummary.objects.get().introduction == "Neu"


def test_the_link_shows_what_is_published_until_it_ends(client: Client) -> None:
    session = decided(build.a_steering_body())
    summary = a_summary(session)
    token = open_summary_link(actor=member(session.body), session=session, link_until=UNTIL, now=NOW)
    address = reverse("governance:shared", args=[token])
    with time_machine.travel(NOW, tick=False):
        closed = client.get(address).content.decode()
        assert ("Liebe Kolleginnen" in closed, "Punkt public" in closed) == (True, False)
        publish_session(actor=SYSTEM, session=session, now=NOW)
        shown = client.get(address).content.decode()
        assert [f"Punkt {level}" in shown for level in ("public", "network", "body", "office")] == [
            True,
            False,
            False,
            False,
        ]
        assert client.cookies == {}
        client.force_login(build.a_user("Andere"), backend=BACKEND)
        inside = client.get(address).content.decode()
        assert ("Punkt network" in inside, "Punkt body" in inside) == (True, False)
    with time_machine.travel(NOW.replace(month=4, day=21), tick=False):
        assert client.get(address).status_code == 410
    close_summary_link(actor=member(session.body), summary=summary, now=NOW)
    with time_machine.travel(NOW, tick=False):
        assert client.get(address).status_code == 410


def test_a_link_is_neither_past_nor_for_ever_and_nobody_elses() -> None:
    session = decided(build.a_steering_body())
    summary = a_summary(session)
    for until in (date(2026, 3, 19), date(2026, 6, 18)):
        with pytest.raises(RuleViolation):
            open_summary_link(actor=member(session.body), session=session, link_until=until, now=NOW)
    assert SharedSummary.objects.get().token_hash == ""
    with pytest.raises(NotAllowed):
        close_summary_link(actor=build.actor_of(build.member(session.body, "Lang")), summary=summary, now=NOW)


def test_a_year_later_it_is_forgotten() -> None:
    session = decided(build.a_steering_body())
    a_summary(session)
    assert forget_summaries(NOW) == "keine Zusammenfassung ist so alt"
    assert forget_summaries(results.ENDS + timedelta(days=366)) == "1 Zusammenfassungen gelöscht"
    assert SharedSummary.objects.count() == 0


def test_the_pages_write_show_and_print(client: Client, django_assert_num_queries) -> None:
    body = build.a_steering_body()
    session = decided(body)
    client.force_login(build.member(body, "Stadler").user, backend=BACKEND)
    page = reverse("governance:session-share", args=[session.pk])
    keys = dict(session.items.order_by("pk").values_list("title", "pk"))
    key = keys["Punkt public"]
    client.post(
        f"{page}bearbeiten/", {"introduction": "Guten Tag", f"in_{key}": "on", f"text_{key}": "Mein Satz"}
    )
    client.get(page)
    with django_assert_num_queries(9):
        shown = client.get(page).content.decode()
    assert ("Guten Tag" in shown, "Mein Satz" in shown, "Punkt network" in shown) == (True, True, False)
    assert client.get(f"{page}zusammenfassung.pdf").content.startswith(b"%PDF")
    wrong = client.post(f"{page}link/", {"link_until": "2020-01-01"}).content.decode()
    assert "Wählen Sie einen Tag in der Zukunft." in wrong
    assert "/weitergegeben/" in client.post(f"{page}link/", {"link_until": "2026-04-01"}).content.decode()
    signed_in(client, "clerk")
    assert client.get(page).status_code == 403
