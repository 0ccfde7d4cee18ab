"""The pages of orders."""

import pytest
from django.urls import reverse

from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Order
from tests.governance.build import a_person, a_person_with_account, a_steering_body, member
from tests.governance.build_orders import a_decision, an_order
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 3])
def test_the_board_costs_the_same_whatever_it_shows(client, rows, django_assert_num_queries):
    decision = a_decision()
    for _ in range(rows):
        an_order(decision, a_person())
    signed_in(client, "head")
    with django_assert_num_queries(7):
        answer = client.get(reverse("governance:orders"))
    assert len(answer.context["rows"]) == rows


def test_a_member_does_not_see_the_order_of_a_confidential_item(client):
    body = a_steering_body()
    hidden = an_order(a_decision(body, visibility=Visibility.OFFICE, number=2), title="Vertraulich")
    shown = an_order(a_decision(body, number=3), title="Offen")
    client.force_login(member(body, "Stadler").user)
    assert [row.order for row in client.get(reverse("governance:orders")).context["rows"]] == [shown]
    assert client.get(reverse("governance:order", args=[hidden.pk])).status_code == 404
    client.force_login(member(body, "Winter").user)
    assert client.get(reverse("governance:order", args=[hidden.pk])).status_code == 200


def test_the_page_shows_the_chain(client):
    order = an_order()
    signed_in(client, "clerk")
    answer = client.get(reverse("governance:order", args=[order.pk]))
    assert [link.kind for link in answer.context["links"]] == [
        "governance.item",
        "governance.decision",
        "governance.order",
    ]


def test_a_clerk_gives_an_order_from_a_decision(client):
    decision, person = a_decision(), a_person("Busch", "Boris")
    signed_in(client, "clerk")
    said = {
        "title": "Konzept",
        "goal": "Liegt vor.",
        "assignee_kind": "person",
        "person": person.pk,
        "due_on": "2026-06-30",
        "first_report": "2026-05-15",
    }
    answer = client.post(reverse("governance:order-issue", args=[decision.pk]), said)
    order = Order.objects.get()
    assert answer.url == reverse("governance:order", args=[order.pk])
    assert order.assignee == person


def test_without_consensus_the_page_says_why_not(client):
    decision = a_decision(outcome=Outcome.NO_CONSENSUS)
    signed_in(client, "clerk")
    answer = client.post(reverse("governance:order-issue", args=[decision.pk]), {"title": "Trotzdem"})
    assert answer.status_code == 409
    assert "bisher zuständigen Stelle" in answer.content.decode()
    assert not Order.objects.exists()


def test_a_missing_assignee_is_said_at_the_field(client):
    decision = a_decision()
    signed_in(client, "clerk")
    said = {
        "title": "K",
        "goal": "Z",
        "assignee_kind": "body",
        "due_on": "2026-06-30",
        "first_report": "2026-05-15",
    }
    answer = client.post(reverse("governance:order-issue", args=[decision.pk]), said)
    assert answer.context["form"].errors == {"body": ["Wählen Sie aus, wer den Auftrag bekommt."]}


def test_steps_are_taken_by_post_only(client):
    person = a_person_with_account("Fuchs", "Fatma")
    order = an_order(person=person)
    client.force_login(person.user)
    url = reverse("governance:order-step", args=[order.pk, "annehmen"])
    assert client.get(url).status_code == 200
    order.refresh_from_db()
    assert order.state == "issued"
    assert client.post(url).url == reverse("governance:order", args=[order.pk])
    order.refresh_from_db()
    assert order.state == "accepted"


def test_an_unknown_step_is_not_found(client):
    order = an_order()
    signed_in(client, "head")
    assert client.get(reverse("governance:order-step", args=[order.pk, "zaubern"])).status_code == 404


def test_the_board_says_how_many(client):
    order = an_order()
    signed_in(client, "head")
    page = client.get(reverse("governance:orders")).content.decode()
    assert '<h1>Aufträge <span class="bn-count">1</span></h1>' in page
    assert page.count('<span class="bn-count">1</span>') == 2
    assert str(order.due_on.year) in page
