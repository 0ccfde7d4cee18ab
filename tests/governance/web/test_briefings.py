"""The pages of briefings, for authors and for readers."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import BriefingReceipt, Session
from bildungsnetz.governance.services.briefings import send_briefing
from tests.governance import build
from tests.governance.services.test_briefings import a_session_to_brief, key, sent, written
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
AtMost = Callable[[int], AbstractContextManager[None]]
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(build.NOW, tick=False):
        yield


def page(session: Session, name: str = "") -> str:
    return reverse(f"governance:session-briefing{name}", args=[session.pk])


def as_member(client: Client, session: Session, last_name: str) -> None:
    client.force_login(build.member(session.body, last_name).user, backend=BACKEND)


def test_the_author_writes_sends_and_withdraws(client: Client) -> None:
    session = a_session_to_brief()
    signed_in(client, "pedagogical")
    assert "Noch kein Briefing" in client.get(page(session)).content.decode()
    form = client.get(page(session, "-edit")).content.decode()
    assert [f"Punkt {level}" in form for level in ("public", "network", "body", "office")] == [True] * 3 + [
        False
    ]
    assert ("Zusätzlich für: Grundschule" in form, form.count("Text für alle")) == (True, 4)
    item = key(session, "Punkt body")
    client.post(page(session, "-edit"), {f"text_{item}": "Für alle.", f"text_{item}_02": "Für 02."})
    assert "Entwurf" in client.get(page(session)).content.decode()
    said = client.post(page(session, "-send"), follow=True).content.decode()
    assert [word in said for word in ("Das Briefing ist versendet.", "Wim Wagner", "noch nicht")] == [
        True
    ] * 3
    session_page = client.get(reverse("governance:session", args=[session.pk])).content.decode()
    assert page(session) in session_page
    said = client.post(page(session, "-withdraw"), follow=True).content.decode()
    assert "Das Briefing ist zurückgezogen." in said
    again = client.post(page(session, "-withdraw"), follow=True).content.decode()
    assert "nicht vorgesehen" in again


def test_the_reader_reads_and_says_so(client: Client) -> None:
    session = a_session_to_brief()
    sent(session)
    as_member(client, session, "Weber")
    assert page(session) in client.get(reverse("governance:session", args=[session.pk])).content.decode()
    shown = client.get(page(session)).content.decode()
    assert [word in shown for word in ("Für alle.", "Für 02.", "Für 20.", "Wim Wagner")] == [
        True, True, False, False,
    ]  # fmt: skip
    wrong = client.post(page(session, "-read"), {"issue": "²"}, follow=True).content.decode()
    assert ("neue Fassung" in wrong, BriefingReceipt.objects.count()) == (True, 0)
    said = client.post(page(session, "-read"), {"issue": "1"}, follow=True).content.decode()
    assert ("Sie haben diese Fassung gelesen" in said, BriefingReceipt.objects.count()) == (True, 1)


def test_others_find_nothing(client: Client) -> None:
    session = a_session_to_brief()
    as_member(client, session, "Weber")
    assert client.get(page(session)).status_code == 404
    sent(session)
    as_member(client, session, "Stadler")
    assert client.get(page(session)).status_code == 403
    assert page(session) not in client.get(reverse("governance:session", args=[session.pk])).content.decode()
    assert client.get(page(session, "-send")).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_ask_the_same_for_one_and_three_items(
    client: Client, django_assert_num_queries, rows: int
) -> None:
    session = a_session_to_brief()
    keys = [key(session, f"Punkt {level}") for level in ("public", "network", "body")]
    written(session, texts={(item, ""): "Text" for item in keys[:rows]})
    send_briefing(actor=build.an_actor("head"), session=session, now=build.NOW)
    signed_in(client, "pedagogical")
    client.get(page(session))
    with django_assert_num_queries(12):
        assert client.get(page(session)).content.decode().count("<p>Text</p>") == rows
    as_member(client, session, "Weber")
    client.get(page(session))
    with django_assert_num_queries(12):
        client.get(page(session))


@pytest.mark.parametrize(("who", "sees_it"), [("Weber", True), ("Stadler", False)])
def test_the_page_of_the_session_asks_at_most_fifteen_questions_for_whoever_is_invited(
    client: Client, who: str, sees_it: bool, django_assert_max_num_queries: AtMost
) -> None:
    session = a_session_to_brief()
    sent(session)
    as_member(client, session, who)
    where = reverse("governance:session", args=[session.pk])
    client.get(where)
    with django_assert_max_num_queries(15):
        said = client.get(where).content.decode()
    assert ("Ich komme" in said, page(session) in said) == (True, sees_it)
