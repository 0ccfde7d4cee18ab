"""Forms of agenda items."""

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import AgendaItem
from bildungsnetz.governance.services import agenda
from tests.governance import build
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Ganztag",
    "kind": "decision",
    "summary": "Worum",
    "proposal": "Der Lenkungskreis beschließt.",
    "minutes_planned": "20",
    "visibility": "body",
    "submitted_by": "",
}


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    return client


def test_a_new_item(clerk: Client) -> None:
    session = build.a_session(build.a_body())
    side = session.body.sides.get(key="land")
    answer = clerk.post(
        reverse("governance:item-new", args=[session.pk]),
        TYPED | {"submitted_by": side.pk, "recommendation": ""},
    )
    item = AgendaItem.objects.get(fixed="")
    assert answer.headers["Location"] == f"/sitzungen/{session.pk}/#top-{item.pk}"
    assert (item.title, item.kind, item.number, item.minutes_planned) == ("Ganztag", "decision", 2, 20)
    assert item.submitted_by == side


def test_two_people_one_item(clerk: Client) -> None:
    item = build.an_item(build.a_session(build.a_body()), "Ganztag", summary="alt")
    agenda.change_item(
        actor=build.an_actor("head"),
        item=item,
        version=1,
        title="Ganztag",
        kind="information",
        summary="Text der Leitung",
        now=build.NOW,
    )
    answer = clerk.post(
        reverse("governance:item-edit", args=[item.pk]), TYPED | {"version": 1, "summary": "Meiner"}
    )
    found = {other.label: (other.theirs, other.mine) for other in answer.context["others"]}
    assert found["Worum geht es"] == ("Text der Leitung", "Meiner")
    assert found["Was soll das Gremium tun?"] == ("Information", "Beschluss")
    item.refresh_from_db()
    assert item.summary == "Text der Leitung"


def test_fixed_items_keep_their_title(clerk: Client) -> None:
    item = build.a_session(build.a_body()).items.get(fixed="next_date")
    clerk.post(reverse("governance:item-edit", args=[item.pk]), TYPED | {"version": 1, "title": "Anderes"})
    item.refresh_from_db()
    assert (item.title, item.minutes_planned) == ("Nächster Termin", 20)


def test_moving_and_withdrawing(clerk: Client) -> None:
    session = build.a_session(build.a_body())
    first, second = build.an_item(session, "Eins"), build.an_item(session, "Zwei")
    clerk.post(reverse("governance:item-move", args=[second.pk]), {"steps": "-1"})
    first.refresh_from_db()
    assert first.number == 3
    refused = clerk.post(reverse("governance:item-withdraw", args=[first.pk]), {"reason": ""})
    assert refused.context["form"].errors["reason"] == ["Bitte füllen Sie dieses Feld aus."]
    clerk.post(reverse("governance:item-withdraw", args=[first.pk]), {"reason": "Erledigt"})
    first.refresh_from_db()
    assert (first.state, first.number) == ("withdrawn", None)


def test_a_refused_move_is_said_on_the_page(clerk: Client) -> None:
    session = build.an_invited_session(build.a_steering_body())
    item = session.items.get(fixed="")
    answer = clerk.post(reverse("governance:item-move", args=[item.pk]), {"steps": "1"}, follow=True)
    assert "Die Einladung ist versendet. Reihenfolge und Nummern bleiben" in answer.content.decode()


def test_a_confidential_item_is_not_to_be_known_by_others(client: Client) -> None:
    body = build.a_steering_body()
    item = build.an_item(build.a_session(body), "Rohrdommel", visibility="office")
    signed_in(client, "clerk", body.scope)
    answer = client.get(reverse("governance:item-edit", args=[item.pk]))
    assert answer.status_code == 200
    other = Client()
    signed_in(other, "head", build.a_body("education_conference").scope)
    assert other.get(reverse("governance:item-edit", args=[item.pk])).status_code == 404
