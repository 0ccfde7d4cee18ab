"""Pages of urgent orders: propose, agree by button, withdraw, and what the page of the order says."""

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import Order, UrgentOrder
from tests.governance import build
from tests.governance.build import a_person, member
from tests.governance.services.test_urgent_orders import given, proposed
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


def text(client: Client, route: str, *args: object) -> str:
    answer = client.get(reverse(f"governance:{route}", args=args))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def as_chair(client: Client, urgent: UrgentOrder, name: str) -> str:
    user = member(urgent.body, name).user
    assert user is not None
    client.force_login(user)
    return reverse("governance:urgent-order", args=[urgent.pk])


def typed(**changed: object) -> dict[str, object]:
    return {
        "reason": "Es eilt.",
        "visibility": "body",
        "title": "Räume suchen",
        "goal": "Räume sind zugesagt.",
        "assignee_kind": "person",
        "person": a_person().pk,
        "due_on": "2026-05-01",
        "first_report": "2026-04-15",
        **changed,
    }


def test_from_the_proposal_to_the_order(client: Client) -> None:
    body = build.a_steering_body()
    signed_in(client, "clerk")
    assert "Noch kein Eilauftrag" in text(client, "urgent-orders")
    text(client, "urgent-order-new")
    client.post(reverse("governance:urgent-order-new"), typed(governing_body=body.pk))
    urgent = UrgentOrder.objects.get()
    assert "Für meine Seite zustimmen" not in text(client, "urgent-order", urgent.pk)
    address = as_chair(client, urgent, "Winter")
    assert "Für meine Seite zustimmen" in text(client, "urgent-order", urgent.pk)
    assert Order.objects.count() == 0
    client.post(address)
    assert "Für meine Seite zustimmen" not in text(client, "urgent-order", urgent.pk)
    as_chair(client, urgent, "Kaiser")
    client.post(address)
    order = Order.objects.get()
    assert "Wartet auf die nächste Sitzung" in text(client, "urgent-order", urgent.pk)
    assert "erteilt, noch zu bestätigen" in text(client, "order", order.pk)
    assert "Eilauftrag, noch zu bestätigen" in text(client, "orders")
    assert "Wartet auf die nächste Sitzung" in text(client, "urgent-orders")


def test_wrong_entries_stand_at_their_field(client: Client) -> None:
    body = build.a_steering_body()
    signed_in(client, "clerk")
    answer = client.post(
        reverse("governance:urgent-order-new"), typed(governing_body=body.pk, due_on="2020-01-01")
    )
    assert list(answer.context["form"].errors) == ["due_on"]
    long = client.post(reverse("governance:urgent-order-new"), typed(governing_body=body.pk, title="x" * 151))
    assert list(long.context["form"].errors) == ["title"]
    assert UrgentOrder.objects.count() == 0


def test_withdrawing_shows_the_reason(client: Client) -> None:
    urgent = proposed(build.a_steering_body())
    as_chair(client, urgent, "Kaiser")
    text(client, "urgent-order-withdraw", urgent.pk)
    client.post(
        reverse("governance:urgent-order-withdraw", args=[urgent.pk]), {"reason": "Erst in die Sitzung."}
    )
    assert "Erst in die Sitzung." in text(client, "urgent-order", urgent.pk)


def test_a_member_reads_and_has_no_button(client: Client) -> None:
    urgent = proposed(build.a_steering_body())
    address = as_chair(client, urgent, "Weber")
    assert "Für meine Seite zustimmen" not in text(client, "urgent-order", urgent.pk)
    assert (client.post(address).status_code, urgent.agreements.count()) == (403, 0)


def test_the_page_of_the_order_shows_the_session_that_confirms(client: Client) -> None:
    body = build.a_steering_body()
    build.a_session(body)
    urgent = given(body)
    signed_in(client, "clerk")
    assert "Bestätigung in" in text(client, "urgent-order", urgent.pk)
    assert "Tagesordnung" in text(client, "order", Order.objects.get().pk)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_with_more_rows(
    client: Client, rows: int, django_assert_num_queries: object
) -> None:
    body = build.a_steering_body()
    for _row in range(rows):
        proposed(body)
    signed_in(client, "clerk")
    text(client, "urgent-orders")
    with django_assert_num_queries(6):  # type: ignore[operator]
        text(client, "urgent-orders")
