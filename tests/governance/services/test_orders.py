"""Orders: only from consensus, with terms that hold, through their states to acceptance."""

from dataclasses import replace
from datetime import date

import pytest

from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome
from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.models import Order, OrderReport
from bildungsnetz.governance.services import orders
from tests.governance.build import NOW, a_body, a_person, a_person_with_account, actor_of, an_actor
from tests.governance.build_orders import DUE, a_decision, an_order, terms

pytestmark = pytest.mark.django_db


def acts() -> list[str]:
    return list(
        AuditEntry.objects.filter(act__startswith="governance.order")
        .order_by("pk")
        .values_list("act", flat=True)
    )


def test_an_order_keeps_its_terms_and_is_on_record():
    person = a_person("Busch", "Boris")
    order = an_order(person=person, actor=an_actor("clerk"))
    assert (order.number, order.year, order.state) == (1, 2026, OrderState.ISSUED)
    assert (order.assignee, order.issued_on, order.due_on) == (person, date(2026, 3, 4), DUE)
    assert [row.due_on for row in order.report_dates.all()] == [date(2026, 5, 15)]
    entry = AuditEntry.objects.get(act="governance.order.issue")
    assert (entry.actor_name, entry.facts) == ("Petra Sommer", {"due_on": "30.06.2026"})


def test_numbers_count_per_year():
    decision = a_decision()
    assert [an_order(decision).number, an_order(decision).number] == [1, 2]


@pytest.mark.parametrize("outcome", [Outcome.NO_CONSENSUS, Outcome.NOTED, Outcome.DEFERRED])
def test_without_consensus_there_is_no_order(outcome):
    decision = a_decision(outcome=outcome)
    with pytest.raises(RuleViolation, match="Nur was alle Seiten gemeinsam beschlossen haben"):
        an_order(decision)
    assert not Order.objects.exists()
    assert acts() == []


@pytest.mark.parametrize(
    "rule", [DecisionRule.CONSENSUS_NO_OBJECTION, DecisionRule.SIMPLE_MAJORITY, DecisionRule.INFORMATION_ONLY]
)
def test_only_bodies_with_consensus_of_sides_give_orders(rule):
    body = a_body()
    body.decision_rule = rule
    body.save()
    with pytest.raises(RuleViolation):
        an_order(a_decision(body))
    assert not Order.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"goal": " "}, "goal"),
        ({"title": ""}, "title"),
        ({"due_on": date(2026, 3, 3)}, "due_on"),
        ({"report_dates": []}, "report_dates"),
        ({"report_dates": [date(2027, 1, 1)]}, "report_dates"),
        ({"person": None}, "assignee"),
    ],
)
def test_terms_that_do_not_hold_are_refused_at_the_field(changed, field):
    decision = a_decision()
    said = replace(terms(), **changed)
    with pytest.raises(RuleViolation) as refused:
        orders.issue_order(actor=an_actor("clerk"), decision=decision, terms=said, now=NOW)
    assert refused.value.field == field
    assert not Order.objects.exists()
    assert acts() == []


@pytest.mark.parametrize("role", ["pedagogical", "scientific", "member", "school", "administration"])
def test_who_may_not_issue_leaves_no_trace(role):
    decision = a_decision()
    with pytest.raises(NotAllowed):
        an_order(decision, actor=an_actor(role))
    assert not Order.objects.exists()
    assert acts() == []


def test_an_order_goes_its_way_to_acceptance():
    order = an_order()
    clerk, head = an_actor("clerk"), an_actor("head")
    orders.accept_order(actor=clerk, order=order, now=NOW)
    orders.start_order(actor=clerk, order=order, now=NOW)
    orders.report_on_order(actor=clerk, order=order, text="Erster Entwurf liegt vor.", now=NOW)
    orders.deliver_order(actor=clerk, order=order, text="Das Konzept.", now=NOW)
    orders.return_order(actor=head, order=order, reason="Kosten fehlen.", now=NOW)
    orders.start_order(actor=clerk, order=order, now=NOW)
    orders.deliver_order(actor=clerk, order=order, text="Das Konzept mit Kosten.", now=NOW)
    settled = orders.settle_order(actor=head, order=order, now=NOW)
    assert (settled.state, settled.settled_on) == (OrderState.ACCEPTED_BY_BODY, date(2026, 3, 4))
    closed = orders.close_order(actor=head, order=order, now=NOW)
    assert closed.state == OrderState.CLOSED
    assert [(row.text, row.is_final) for row in OrderReport.objects.order_by("pk")] == [
        ("Erster Entwurf liegt vor.", False),
        ("Das Konzept.", True),
        ("Das Konzept mit Kosten.", True),
    ]
    verbs = ["issue", "accept", "start", "report", "deliver", "return", "start", "deliver", "settle", "close"]
    assert acts() == [f"governance.order.{verb}" for verb in verbs]


def test_a_step_that_is_not_foreseen_changes_nothing():
    order = an_order()
    with pytest.raises(RuleViolation, match="ist nicht vorgesehen"):
        orders.settle_order(actor=an_actor("head"), order=order, now=NOW)
    order.refresh_from_db()
    assert order.state == OrderState.ISSUED


def test_a_return_needs_a_reason():
    order = an_order()
    for act in (orders.accept_order, orders.start_order):
        act(actor=an_actor("clerk"), order=order, now=NOW)
    orders.deliver_order(actor=an_actor("clerk"), order=order, text="Ergebnis", now=NOW)
    with pytest.raises(RuleViolation, match="Begründen Sie"):
        orders.return_order(actor=an_actor("head"), order=order, reason=" ", now=NOW)
    order.refresh_from_db()
    assert order.state == OrderState.DELIVERED


def test_the_person_who_carries_an_order_reports_but_does_not_accept_the_result():
    person = a_person_with_account("Fuchs", "Fatma")
    order = an_order(person=person)
    carrier = actor_of(person)
    orders.accept_order(actor=carrier, order=order, now=NOW)
    orders.start_order(actor=carrier, order=order, now=NOW)
    orders.deliver_order(actor=carrier, order=order, text="Fertig.", now=NOW)
    with pytest.raises(NotAllowed):
        orders.settle_order(actor=carrier, order=order, now=NOW)
    order.refresh_from_db()
    assert order.state == OrderState.DELIVERED


def test_a_stranger_cannot_carry_an_order():
    order = an_order()
    with pytest.raises(NotAllowed):
        orders.accept_order(actor=an_actor("school", user_id=99), order=order, now=NOW)
    order.refresh_from_db()
    assert order.state == OrderState.ISSUED
