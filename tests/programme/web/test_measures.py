"""The pages of measures."""

import pytest
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.programme.models import Measure, Task
from bildungsnetz.programme.services.measures import Description, plan_measure
from bildungsnetz.programme.services.tasks import add_task
from tests.governance.build import NOW, a_person_with_account
from tests.governance.build_orders import an_order
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


def a_measure(title: str = "Tandems", **said: object) -> Measure:
    return plan_measure(actor=SYSTEM, description=Description(title, **said), now=NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_whatever_it_shows(client, rows, django_assert_num_queries):
    for number in range(rows):
        add_task(actor=SYSTEM, measure=a_measure(f"Maßnahme {number}"), title="Anfangen", now=NOW)
    signed_in(client, "pedagogical")
    with django_assert_num_queries(5):
        answer = client.get(reverse("programme:measures"))
    assert answer.context["page"].paginator.count == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_with_more_tasks(client, rows, django_assert_num_queries):
    measure = a_measure()
    for number in range(rows):
        add_task(actor=SYSTEM, measure=measure, title=f"Aufgabe {number}", now=NOW)
    signed_in(client, "pedagogical")
    client.get(reverse("programme:measure", args=[measure.pk]))
    with django_assert_num_queries(9):
        answer = client.get(reverse("programme:measure", args=[measure.pk]))
    assert len(answer.context["tasks"]) == rows


def test_a_measure_is_planned_from_the_page_of_its_order(client):
    order = an_order()
    signed_in(client, "pedagogical")
    url = f"{reverse('programme:measure-new')}?auftrag={order.pk}"
    assert client.get(url).context["form"].initial["title"] == order.title
    client.post(url, {"title": "Tandems"})
    measure = Measure.objects.get()
    assert (measure.order, measure.title) == (order, "Tandems")
    links = client.get(reverse("programme:measure", args=[measure.pk])).context["links"]
    assert [link.kind for link in links] == [
        "governance.item",
        "governance.decision",
        "governance.order",
        "programme.measure",
    ]


def test_the_person_with_a_task_sees_only_that_task_and_moves_it(client):
    person = a_person_with_account("Fuchs", "Fatma")
    measure = a_measure()
    own = add_task(actor=SYSTEM, measure=measure, title="Meine", assignee=person, now=NOW)
    other = add_task(actor=SYSTEM, measure=measure, title="Andere", now=NOW)
    client.force_login(person.user)
    shown = client.get(reverse("programme:measure", args=[measure.pk])).context["tasks"]
    assert shown == [(own, True)]
    client.post(reverse("programme:task-move", args=[measure.pk, own.pk]), {"state": "doing"})
    answer = client.post(reverse("programme:task-move", args=[measure.pk, other.pk]), {"state": "done"})
    assert answer.status_code == 404
    assert list(Task.objects.order_by("pk").values_list("state", flat=True)) == ["doing", "open"]


def test_a_stranger_finds_no_measure(client):
    measure = a_measure()
    signed_in(client, "school")
    assert client.get(reverse("programme:measure", args=[measure.pk])).status_code == 404
    assert client.get(reverse("programme:measure-new")).status_code == 403
