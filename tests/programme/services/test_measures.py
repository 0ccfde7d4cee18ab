"""Measures and tasks."""

from datetime import date

import pytest

from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.programme.models import Measure, Task
from bildungsnetz.programme.services.measures import Description, change_measure, move_measure, plan_measure
from bildungsnetz.programme.services.tasks import add_task, move_task
from tests.governance.build import NOW, a_person_with_account, actor_of, an_actor
from tests.governance.build_orders import an_order

pytestmark = pytest.mark.django_db
OFFICE = an_actor("pedagogical")


def a_measure(**said: object) -> Measure:
    return plan_measure(actor=OFFICE, description=Description(**{"title": "Tandems", **said}), now=NOW)  # type: ignore[arg-type]


def acts() -> list[str]:
    return list(
        AuditEntry.objects.filter(act__startswith="programme").order_by("pk").values_list("act", flat=True)
    )


def test_a_measure_carries_out_an_order():
    order = an_order()
    measure = plan_measure(actor=OFFICE, description=Description("Tandems"), order=order, now=NOW)
    assert (measure.order, measure.state) == (order, "idea")
    assert acts() == ["programme.measure.plan"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"title": " "}, "title"),
        ({"starts_on": date(2026, 5, 1), "ends_on": date(2026, 4, 30)}, "ends_on"),
    ],
)
def test_what_cannot_be_is_refused_at_the_field(said, field):
    with pytest.raises(RuleViolation) as refused:
        a_measure(**said)
    assert refused.value.field == field
    assert not Measure.objects.exists()


@pytest.mark.parametrize("role", ["scientific", "member", "co_chair", "school", "partner", "data_protection"])
def test_who_may_not_plan_leaves_no_trace(role):
    with pytest.raises(NotAllowed):
        plan_measure(actor=an_actor(role), description=Description("X"), now=NOW)
    assert not Measure.objects.exists()
    assert acts() == []


def test_a_second_save_on_an_old_version_is_refused_and_loses_nothing():
    measure = a_measure()
    change_measure(actor=OFFICE, measure=measure, description=Description("Neu"), expected_version=1, now=NOW)
    with pytest.raises(StaleVersion):
        change_measure(
            actor=OFFICE, measure=measure, description=Description("Alt"), expected_version=1, now=NOW
        )
    measure.refresh_from_db()
    assert (measure.title, measure.version) == ("Neu", 2)


def test_states_follow_their_order():
    measure = a_measure()
    with pytest.raises(RuleViolation, match="nicht vorgesehen"):
        move_measure(actor=OFFICE, measure=measure, state="finished", now=NOW)
    for state in ("concept", "approved", "running", "finished", "evaluated"):
        measure = move_measure(actor=OFFICE, measure=measure, state=state, now=NOW)
    assert measure.state == "evaluated"


def test_a_task_is_done_by_the_person_who_has_it():
    person = a_person_with_account("Fuchs", "Fatma")
    measure = a_measure()
    task = add_task(actor=OFFICE, measure=measure, title="Schulen anfragen", assignee=person, now=NOW)
    done = move_task(actor=actor_of(person), task=task, state="done", now=NOW)
    assert (done.state, done.done_on) == ("done", date(2026, 3, 4))
    reopened = move_task(actor=actor_of(person), task=task, state="open", now=NOW)
    assert (reopened.state, reopened.done_on) == ("open", None)


def test_a_stranger_cannot_move_a_task():
    task = add_task(actor=OFFICE, measure=a_measure(), title="Schulen anfragen", now=NOW)
    with pytest.raises(NotAllowed):
        move_task(actor=an_actor("school", user_id=77), task=task, state="done", now=NOW)
    assert Task.objects.get().state == "open"
