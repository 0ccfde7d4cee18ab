"""Pages of papers, private notes and the public part of a session."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.models import ItemNote, Paper
from bildungsnetz.governance.services.invitations import send_invitations
from bildungsnetz.governance.services.papers import add_paper
from bildungsnetz.governance.services.publication import publish_session
from tests.conftest import NOW
from tests.governance import build
from tests.governance.web.test_sessions import member_client, sent, text
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
Queries = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    return client


def an_item(**facts: object) -> build.AgendaItem:
    return build.an_item(build.a_session(build.a_steering_body()), **facts)


def a_paper(item: build.AgendaItem, **facts: object) -> Paper:
    return add_paper(actor=SYSTEM, item=item, name="Plan.txt", content=b"Plan", now=NOW, **facts)


def test_uploading_puts_the_file_to_the_item(clerk: Client) -> None:
    item = an_item()
    upload = SimpleUploadedFile("Plan.txt", b"Plan")
    place = sent(clerk, "item-paper", item.pk, file=upload, title="", visibility="body")
    assert place.endswith(f"/sitzungen/{item.session_id}/#top-{item.pk}")
    paper = Paper.objects.get()
    answer = clerk.get(reverse("governance:paper-file", args=[paper.pk]))
    assert (answer.content, answer["Content-Type"]) == (b"Plan", "text/plain; charset=utf-8")


def test_a_file_we_do_not_take_is_said_at_its_field(clerk: Client) -> None:
    upload = SimpleUploadedFile("Plan.exe", b"MZ")
    route = reverse("governance:item-paper", args=[an_item().pk])
    answer = clerk.post(route, {"file": upload, "visibility": "body"})
    assert "Dateien dieser Art werden nicht angenommen" in answer.context["form"].errors["file"][0]
    assert Paper.objects.count() == 0


def test_offered_is_only_what_the_item_allows(clerk: Client) -> None:
    page = clerk.get(reverse("governance:item-paper", args=[an_item(visibility="body").pk]))
    assert [key for key, _label in page.context["form"].fields["visibility"].choices] == ["body", "office"]


def test_a_withdrawn_paper_stays_listed_and_is_not_handed_out(clerk: Client) -> None:
    item = an_item()
    paper = a_paper(item)
    send_invitations(actor=SYSTEM, session=item.session, now=NOW)
    sent(clerk, "paper-withdraw", paper.pk, reason="Zahlen falsch")
    assert "Zahlen falsch" in text(clerk, "session", item.session_id)
    assert "Diese Unterlage ist zurückgezogen" in text(clerk, "paper-file", paper.pk, status=410)


def test_before_the_invitation_withdrawing_deletes(clerk: Client) -> None:
    paper = a_paper(an_item())
    assert "wird gelöscht" in text(clerk, "paper-withdraw", paper.pk)
    sent(clerk, "paper-withdraw", paper.pk)
    assert Paper.objects.count() == 0


def test_a_member_gets_no_confidential_file(clerk: Client) -> None:
    item = an_item()
    paper = a_paper(item, visibility="office", title="Rohrdommel")
    weber = member_client(item.session.body, "Weber")
    assert "Rohrdommel" not in text(weber, "session", item.session_id)
    text(weber, "paper-file", paper.pk, status=404)
    text(weber, "paper-edit", paper.pk, status=403)


def test_a_note_shows_to_its_author_only(clerk: Client) -> None:
    item = an_item()
    weber = member_client(item.session.body, "Weber")
    sent(weber, "item-note", item.pk, text="Rohrdommel")
    assert "Rohrdommel" in text(weber, "session", item.session_id)
    assert "Rohrdommel" not in text(clerk, "session", item.session_id)
    assert "Rohrdommel" not in text(clerk, "item-note", item.pk)
    assert ItemNote.objects.count() == 1


def test_the_preview_shows_what_becomes_public_and_publishing_does_just_that(clerk: Client) -> None:
    item = an_item(title="Ganztag", visibility="public", summary="Für alle")
    session = item.session
    a_paper(item, visibility="public", title="Offenes Blatt")
    a_paper(item, title="Internes Blatt")
    build.an_item(session, "Interner Punkt")
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    page = text(clerk, "session-publish", session.pk)
    shown, _mark, hidden = page.partition('id="verborgen"')
    assert [word in shown for word in ("Ganztag", "Offenes Blatt", "Internes Blatt", "Interner Punkt")] == [
        True,
        True,
        False,
        False,
    ]
    assert "Internes Blatt" in hidden
    assert "Interner Punkt" in hidden
    text(Client(), "public-session", session.pk, status=404)
    sent(clerk, "session-publish", session.pk)
    public = text(Client(), "public-session", session.pk)
    assert "Ganztag" in public
    assert "Offenes Blatt" in public
    assert "Für alle" in public
    assert "Internes Blatt" not in public
    assert "Interner Punkt" not in public
    assert "TOP" not in public


def test_taking_back_asks_for_a_reason(clerk: Client) -> None:
    session = an_item(visibility="public").session
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    publish_session(actor=SYSTEM, session=session, now=NOW)
    answer = clerk.post(reverse("governance:session-publish", args=[session.pk]), {"reason": ""})
    assert answer.context["form"].errors["reason"] == ["Bitte füllen Sie dieses Feld aus."]
    sent(clerk, "session-publish", session.pk, reason="versehentlich")
    text(Client(), "public-session", session.pk, status=404)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_public_list_costs_the_same_with_one_and_three_rows(
    django_assert_num_queries: Queries, rows: int
) -> None:
    body = build.a_steering_body()
    for number in range(rows):
        session = build.a_session(body, on=date(2026, 4 + number, 1))
        build.an_item(session, visibility="public")
        send_invitations(actor=SYSTEM, session=session, now=NOW)
        publish_session(actor=SYSTEM, session=session, now=NOW)
    with django_assert_num_queries(2):
        page = text(Client(), "public-sessions")
    assert page.count("Sitzung</a></th>") == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_public_page_costs_the_same_with_one_and_three_items(
    django_assert_num_queries: Queries, rows: int
) -> None:
    session = build.a_session(build.a_steering_body())
    for number in range(rows):
        a_paper(build.an_item(session, f"Punkt {number}", visibility="public"), visibility="public")
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    publish_session(actor=SYSTEM, session=session, now=NOW)
    with django_assert_num_queries(3):
        text(Client(), "public-session", session.pk)
