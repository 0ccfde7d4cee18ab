"""The screens on the wall: for those in the room, and for an audience."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.domain.consensus import Ballot
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Position
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Body, Session
from bildungsnetz.governance.services.decision_wording import read_out_decision
from bildungsnetz.governance.services.decisions import record_decision
from bildungsnetz.governance.services.sessions import show_item
from bildungsnetz.governance.services.statements import Statement
from tests.governance import results
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
CLOSED = "Nicht öffentlicher Teil"


@pytest.fixture
def session() -> Iterator[Session]:
    with time_machine.travel(results.STARTS, tick=False):
        running = results.a_running_session()
        Session.objects.filter(pk=running.pk).update(published_at=results.STARTS)
        yield running


def public(client: Client, session: Session, query: str = "") -> str:
    answer = client.get(reverse("governance:public-screen", args=[session.pk]) + query)
    assert answer.status_code == HTTPStatus.OK
    return answer.content.decode()


def show(session: Session, item: AgendaItem) -> None:
    show_item(actor=SYSTEM, session=session, item=item)


def decide(session: Session, item: AgendaItem) -> None:
    said = (
        results.a_position(session.body, "land", "Winter"),
        results.a_position(
            session.body, "kommune", "Kaiser", Position.RESERVATION, "Nur mit Mitteln des Landes."
        ),
    )
    decision = record_decision(
        actor=SYSTEM, item=item, statement=Statement(results.WORDING, said), now=results.STARTS
    )
    read_out_decision(actor=SYSTEM, decision=decision, now=results.STARTS)


def test_everybody_sees_the_public_item_its_wording_and_its_result(client: Client, session: Session) -> None:
    item = results.an_item(session, visibility=Visibility.PUBLIC)
    show(session, item)
    page = public(client, session)
    assert "Darüber wird abgestimmt" in page
    assert results.WORDING in page
    assert "Ergebnis</h2>" not in page
    decide(session, item)
    page = public(client, session)
    for text in (
        "Wortlaut des Beschlusses",
        "mit Vorbehalt beschlossen",
        "<strong>Land</strong> stimmt zu",
        "<strong>Kommune</strong> stimmt mit Vorbehalt zu",
        "Der Wortlaut ist verlesen und festgestellt.",
    ):
        assert text in page
    assert "Kaiser" not in page
    assert "Mitteln des Landes" not in page


@pytest.mark.parametrize("level", [Visibility.NETWORK, Visibility.BODY, Visibility.OFFICE])
def test_all_that_is_not_public_is_the_closed_part(
    client: Client, session: Session, level: Visibility
) -> None:
    item = results.an_item(session, "Personalie", visibility=level)
    show(session, item)
    decide(session, item)
    page = public(client, session)
    assert CLOSED in page
    assert "Personalie" not in page
    assert results.WORDING not in page


def test_items_of_every_agenda_are_named(client: Client, session: Session) -> None:
    assert "Genehmigung der Tagesordnung" in public(client, session)


def test_only_published_sessions_are_open_to_everybody(client: Client, session: Session) -> None:
    Session.objects.filter(pk=session.pk).update(published_at=None)
    address = reverse("governance:public-screen", args=[session.pk])
    assert client.get(address).status_code == HTTPStatus.NOT_FOUND
    signed_in(client, "clerk")
    assert client.get(address).status_code == HTTPStatus.OK


def test_votes_are_told_in_numbers(client: Client, session: Session) -> None:
    Body.objects.filter(pk=session.body_id).update(decision_rule=DecisionRule.SIMPLE_MAJORITY)
    item = results.an_item(session, visibility=Visibility.PUBLIC)
    show(session, item)
    record_decision(
        actor=SYSTEM,
        item=item,
        statement=Statement(results.WORDING, ballot=Ballot(yes=5, no=1, abstained=2)),
        now=results.STARTS,
    )
    assert "Ja 5, Nein 1, Enthaltung 2" in public(client, session)


def test_the_part_that_follows_is_small_and_ends_with_the_session(client: Client, session: Session) -> None:
    part = public(client, session, "?teil=anzeige")
    assert "<main" not in part
    assert part.count('data-follow="on"') == 2
    results.hold(session)
    assert public(client, session, "?teil=anzeige").count('data-follow="done"') == 2
    assert "Die Sitzung ist geschlossen." in public(client, session)


def test_those_in_the_room_see_what_the_body_may_read(client: Client, session: Session) -> None:
    signed_in(client, "clerk")
    item = results.an_item(session, "Fachtag", visibility=Visibility.BODY)
    closed = results.an_item(session, "Personalie", visibility=Visibility.OFFICE)
    address = reverse("governance:session-screen", args=[session.pk])
    show(session, item)
    assert results.WORDING in client.get(address).content.decode()
    show(session, closed)
    page = client.get(address).content.decode()
    assert "Personalie" not in page
    assert CLOSED not in page
