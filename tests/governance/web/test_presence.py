"""The page of comings and goings, and what the room says about an item."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.formats import time_format

from bildungsnetz.core.clock import BERLIN
from bildungsnetz.governance.models import AgendaItem, Session
from tests.governance import build, results
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def session() -> Iterator[Session]:
    with time_machine.travel(results.STARTS, tick=False):
        yield results.a_running_session()


@pytest.fixture
def clerk(client: Client, session: Session) -> Client:
    signed_in(client, "clerk")
    return client


def page(session: Session, item: AgendaItem | None = None) -> str:
    return reverse("governance:attendance-moves", args=[session.pk]) + (f"?punkt={item.pk}" if item else "")


def typed(session: Session, name: str, kind: str, item: AgendaItem, at: str = "") -> dict[str, str]:
    return {"person": str(build.member(session.body, name).pk), "kind": kind, "item": str(item.pk), "at": at}


def test_the_form_begins_with_the_item_on_the_screen_and_the_time(clerk: Client, session: Session) -> None:
    form = clerk.get(page(session)).context["form"]
    now = time_format(results.STARTS.astimezone(BERLIN), "H:i")
    assert (form["item"].value(), form["at"].value()) == (str(session.current_item_id), now)


def test_recording_and_taking_back(clerk: Client, session: Session) -> None:
    item = results.an_item(session)
    answer = clerk.post(page(session), typed(session, "Kaiser", "goes", item, "16:00"), follow=True)
    assert "Festgehalten: Katrin Kaiser geht." in answer.content.decode()
    assert "Ohne Vorsitz und Stellvertretung: Kommune." in answer.content.decode()
    move = session.moves.get()
    assert "16:00 Uhr" in clerk.get(reverse("governance:session", args=[session.pk])).content.decode()
    back = reverse("governance:attendance-move-take-back", args=[move.pk])
    assert "Der Eintrag ist zurückgenommen." in clerk.post(back, follow=True).content.decode()
    assert not session.moves.exists()


def test_a_refusal_stands_at_its_field(clerk: Client, session: Session) -> None:
    item = results.an_item(session)
    answer = clerk.post(page(session), typed(session, "Kaiser", "comes", item))
    assert answer.context["form"].errors["kind"] == [
        (
            "Katrin Kaiser ist nach der Liste schon anwesend, wenn dieser Eintrag gelten soll. "
            "Prüfen Sie, was davor und danach festgehalten ist."
        )
    ]
    assert not session.moves.exists()


def test_the_room_says_who_is_there_at_the_item(clerk: Client, session: Session) -> None:
    item = results.an_item(session)
    clerk.post(page(session), typed(session, "Kaiser", "goes", item))
    room = reverse("governance:session-room", args=[session.pk])
    there = clerk.get(f"{room}?punkt={item.pk}").content.decode()
    assert "Vertretene Sitze bei diesem Punkt: 7" in there
    assert "Für diese Seite kann niemand eine Position abgeben." in there
    assert "Ohne Vorsitz" not in clerk.get(room).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_with_more_rows(
    clerk: Client, session: Session, django_assert_num_queries: object, rows: int
) -> None:
    item = results.an_item(session)
    for name in ("Weber", "Wolf", "Lang")[:rows]:
        clerk.post(page(session), typed(session, name, "goes", item))
    with django_assert_num_queries(21):  # type: ignore[operator]
        clerk.get(page(session))


@pytest.mark.parametrize("members", [12, 300])
def test_the_page_costs_the_same_with_300_members(
    client: Client, django_assert_num_queries: object, members: int
) -> None:
    signed_in(client, "clerk")
    with time_machine.travel(build.NOW, tick=False):
        large = build.a_large_session(members)
        with django_assert_num_queries(20):  # type: ignore[operator]
            answer = client.get(page(large))
    assert len(answer.context["form"].fields["person"].choices[1][1]) == members + 2
