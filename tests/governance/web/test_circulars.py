"""Pages of circular resolutions, and the answer by the link of the mail."""

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.accounts.api import User
from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.governance.models import CircularResolution
from bildungsnetz.governance.selectors.circulars import seat_token
from tests.governance import build
from tests.governance.build import member
from tests.governance.services.test_circulars import PEOPLE, ask, say
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Förderantrag",
    "reason": "Die Frist läuft ab.",
    "wording": "Der Antrag wird gestellt.",
    "answer_by": "2026-03-10",
    "visibility": "body",
}


def text(client: Client, route: str, *args: object, status: int = 200) -> str:
    answer = client.get(reverse(f"governance:{route}", args=args))
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def as_member(client: Client, circular: CircularResolution, name: str) -> User:
    user = member(circular.body, name).user
    assert user is not None
    client.force_login(user)
    return user


def test_from_the_form_to_the_decision(client: Client) -> None:
    body = build.a_steering_body()
    build.a_session(body)
    signed_in(client, "clerk")
    assert "Zurzeit läuft kein Umlaufverfahren" in text(client, "circulars")
    text(client, "circular-new")
    client.post(reverse("governance:circular-new"), {**TYPED, "body": body.pk})
    circular = CircularResolution.objects.get()
    assert "noch offen" in text(client, "circular", circular.pk)
    for seat in circular.seats.order_by("pk"):
        answer = Client().post(
            reverse("governance:circular-link", args=[seat_token(seat)]), {"position": "agree"}
        )
        assert "Ihre Antwort ist festgehalten" in answer.content.decode()
    circular.refresh_from_db()
    assert circular.decision is not None
    page = text(client, "circular", circular.pk)
    assert ("stimmt zu" in page, "Beschluss 1/2026" in page, "noch offen" in page) == (True, True, False)
    assert "im Umlaufverfahren" in text(client, "decision", circular.decision.pk)
    assert "1/2026" in text(client, "circulars")


def test_looking_changes_nothing_and_a_wrong_or_late_link_says_so() -> None:
    circular = ask(build.a_steering_body())
    seat = circular.seats.order_by("pk")[0]
    visitor = Client(enforce_csrf_checks=True)
    assert "Der Link" not in text(visitor, "circular-link", seat_token(seat))
    seat.refresh_from_db()
    assert seat.position == ""
    assert "ungültig" in text(visitor, "circular-link", "x" * 40, status=410)
    CircularResolution.objects.update(state="withdrawn", closed_at=build.NOW, withdraw_reason="Grund")
    assert "beendet" in text(visitor, "circular-link", seat_token(seat), status=410)


def test_an_objection_needs_words(client: Client) -> None:
    circular = ask(build.a_steering_body())
    as_member(client, circular, "Weber")
    address = reverse("governance:circular", args=[circular.pk])
    answer = client.post(address, {"position": "object", "text": ""})
    assert "Halten Sie den Vorbehalt oder Widerspruch im Wortlaut fest." in answer.content.decode()
    assert circular.seats.exclude(position="").count() == 0
    assert client.post(address, {"position": "object", "text": "Zu teuer."}).status_code == 302
    assert "Zu teuer." in text(client, "circular", circular.pk)


def test_the_answers_of_others_stay_hidden_while_it_runs(client: Client) -> None:
    circular = ask(build.a_steering_body())
    say(circular, "Lang", text="Nur wenn es schnell geht.")
    as_member(client, circular, "Weber")
    page = text(client, "circular", circular.pk)
    assert ("hat geantwortet" in page, "Nur wenn" in page) == (True, False)


def test_who_is_not_asked_gets_no_form_and_no_answer(client: Client) -> None:
    circular = ask(build.a_steering_body())
    as_member(client, circular, "Herbst")
    assert "Ihre Antwort</" not in text(client, "circular", circular.pk)
    posted = client.post(reverse("governance:circular", args=[circular.pk]), {"position": "agree"})
    assert (posted.status_code, circular.seats.exclude(position="").count()) == (403, 0)


def test_withdrawing_asks_for_the_reason(client: Client) -> None:
    circular = ask(build.a_steering_body())
    signed_in(client, "clerk")
    text(client, "circular-withdraw", circular.pk)
    client.post(reverse("governance:circular-withdraw", args=[circular.pk]), {"reason": "Erledigt."})
    assert "Erledigt." in text(client, "circular", circular.pk)
    assert OutgoingMail.objects.filter(subject__startswith="Umlaufverfahren beendet").count() == len(
        circular.seats.all()
    )


def test_the_paper_goes_to_whoever_is_asked(client: Client) -> None:
    circular = ask(build.a_steering_body(), file_name="Antrag.txt", file_content=b"Antrag")
    link = reverse("governance:circular-link-file", args=[seat_token(circular.seats.all()[0])])
    assert b"".join(Client().get(link)) == b"Antrag"  # type: ignore[arg-type]
    assert Client().get(reverse("governance:circular-link-file", args=["x"])).status_code == 404
    signed_in(client, "clerk")
    assert client.get(reverse("governance:circular-file", args=[circular.pk])).status_code == 200


def test_what_waits_for_a_session_stands_in_a_list(client: Client) -> None:
    circular = ask(build.a_steering_body())
    for name in PEOPLE:
        say(circular, name)
    signed_in(client, "clerk")
    assert "Wartet auf die nächste Sitzung" in text(client, "circulars")
    assert "Sitzung planen" in text(client, "circular", circular.pk)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_with_more_rows(
    client: Client, rows: int, django_assert_num_queries: object
) -> None:
    body = build.a_steering_body()
    for _row in range(rows):
        ask(body)
    signed_in(client, "clerk")
    text(client, "circulars")
    with django_assert_num_queries(6):  # type: ignore[operator]
        text(client, "circulars")
