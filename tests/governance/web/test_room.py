"""The clerk's room, the screen and the attendance."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.models import Session
from bildungsnetz.governance.services.sessions import open_session, show_item
from tests.governance import build
from tests.governance.services.test_circulars import all_say, ask
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def session() -> Iterator[Session]:
    with time_machine.travel(build.AT_SESSION, tick=False):
        yield build.a_running_session(build.a_steering_body())


@pytest.fixture
def clerk(client: Client, session: Session) -> Client:
    signed_in(client, "clerk")
    return client


def room(session: Session, item: object = None) -> str:
    query = f"?punkt={item.pk}" if item else ""  # type: ignore[attr-defined]
    return reverse("governance:session-room", args=[session.pk]) + query


def test_the_room_begins_with_the_current_item(clerk: Client, session: Session) -> None:
    page = clerk.get(room(session)).content.decode()
    assert "TOP 1: Genehmigung der Tagesordnung" in page
    assert "Weiter zu TOP 2" in page


def test_saving_treating_and_going_on(clerk: Client, session: Session) -> None:
    item = session.items.get(fixed="")
    answer = clerk.post(room(session, item), {"version": 1, "result": "Zur Kenntnis.", "do": "treat"})
    following = session.items.get(fixed="next_date")
    assert answer.headers["Location"] == room(session, following)
    item.refresh_from_db()
    assert (item.result, item.state) == ("Zur Kenntnis.", "treated")


def test_an_undecided_item_keeps_its_text_but_stays_open(clerk: Client, session: Session) -> None:
    item = build.an_item(session, "Auftrag", kind="decision", now=build.AT_SESSION)
    answer = clerk.post(room(session, item), {"version": 1, "result": "Lange Aussprache.", "do": "treat"})
    assert answer.context["form"].non_field_errors() == [
        "Halten Sie erst das Ergebnis fest oder vertagen Sie den Punkt."
    ]
    assert 'name="version" value="2"' in answer.content.decode()
    item.refresh_from_db()
    assert (item.result, item.state) == ("Lange Aussprache.", "accepted")


def test_autosave_answers_with_the_new_version_or_says_why_not(clerk: Client, session: Session) -> None:
    item = session.items.get(fixed="")
    saved = clerk.post(room(session, item), {"version": 1, "result": "Ein", "do": "draft"})
    assert (saved.status_code, saved.json()) == (200, {"version": 2, "at": "14:30"})
    refused = clerk.post(room(session, item), {"version": 1, "result": "Anders", "do": "draft"})
    assert refused.status_code == 409
    told = refused.json()
    assert told.pop("message").startswith("Jemand anderes hat diesen Eintrag inzwischen gespeichert.")
    assert told == {"version": 2, "text": "Ein", "at": "14:30"}
    answer = clerk.post(room(session, item), {"version": 1, "result": "Anders", "do": "save"})
    others = [(other.theirs, other.mine) for other in answer.context["others"]]
    assert others == [("Ein", "Anders")]


def test_turning_the_page_moves_the_screen(clerk: Client, session: Session) -> None:
    item = session.items.get(fixed="")
    url = reverse("governance:session-show", args=[session.pk])
    assert clerk.get(url).status_code == 405
    assert clerk.post(f"{url}?punkt={item.pk}").headers["Location"] == room(session, item)
    page = clerk.get(reverse("governance:session-screen", args=[session.pk])).content.decode()
    assert ("TOP 2" in page, "Landkarte der Sprachangebote" in page) == (True, True)


def test_the_screen_never_shows_a_confidential_item(clerk: Client, session: Session) -> None:
    item = build.an_item(session, "Rohrdommel", visibility="office", now=build.AT_SESSION)
    show_item(actor=build.an_actor("clerk"), session=session, item=item)
    page = clerk.get(reverse("governance:session-screen", args=[session.pk])).content.decode()
    assert ("Rohrdommel" in page, "TOP" in page, "<h1>Lenkungskreis</h1>" in page) == (False, False, True)


def seats(session: Session, status: str) -> dict[str, str]:
    mandates = build.mandates_on(session.body, build.SESSION_DAY)
    return {f"status_{mandate.pk}": status for mandate in mandates}


def test_the_attendance_is_kept_with_guest_and_quorum(clerk: Client, session: Session) -> None:
    guest = build.a_person("Gast", "Gerda")
    url = reverse("governance:attendance", args=[session.pk])
    typed = seats(session, "present") | {"new_guest": guest.pk, "is_stated": "on", "note": "einstimmig"}
    page = clerk.post(url, typed, follow=True).content.decode()
    assert "Das Gremium ist beschlussfähig." in page
    session.refresh_from_db()
    assert (session.attendances.count(), session.quorum_stated, session.quorum_note) == (
        9,
        True,
        "einstimmig",
    )


def test_a_wrong_row_is_named_and_nothing_is_written(clerk: Client, session: Session) -> None:
    winter = build.mandate_of(session.body, "Winter")
    herbst = build.member(session.body, "Herbst")
    url = reverse("governance:attendance", args=[session.pk])
    answer = clerk.post(url, seats(session, "present") | {f"deputy_{winter.pk}": herbst.pk})
    assert answer.context["form"].errors == {
        f"deputy_{winter.pk}": ["Eine Vertretung zählt nur, wenn das Mitglied fehlt."]
    }
    assert session.attendances.count() == 0


def test_a_doubtful_quorum_warns(clerk: Client, session: Session) -> None:
    url = reverse("governance:attendance", args=[session.pk])
    page = clerk.post(url, seats(session, "excused") | {"note": ""}, follow=True).content.decode()
    assert "Noch keine" not in page
    build.everybody_present(session)
    session.attendances.filter(side__key="land").delete()
    page = clerk.get(url).content.decode()
    assert "Die Beschlussfähigkeit ist fraglich." in page
    assert "Die Seite Land ist nicht vertreten." in page


def test_the_decision_of_a_circular_is_not_read_out(client: Client) -> None:
    body = build.a_steering_body()
    session = build.an_invited_session(body)
    decision = all_say(ask(body)).decision
    assert decision is not None
    with time_machine.travel(build.AT_SESSION, tick=False):
        session = open_session(actor=SYSTEM, session=session, now=build.AT_SESSION)
        signed_in(client, "clerk")
        page = client.get(room(session, decision.item)).content.decode()
    assert decision.wording in page
    assert "Verlesen und festgestellt" not in page
