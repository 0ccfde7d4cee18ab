"""Urgent orders: both chairs give them, the next session confirms or ends them."""

from datetime import date

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance import signals
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.consensus import SidePosition
from bildungsnetz.governance.domain.decision_kinds import Position
from bildungsnetz.governance.models import AgendaItem, Body, Decision, Order, Session, UrgentOrder
from bildungsnetz.governance.selectors.agenda import postponed_before
from bildungsnetz.governance.selectors.orders import orders
from bildungsnetz.governance.selectors.urgent_orders import may_agree_now, urgent_orders, waiting
from bildungsnetz.governance.services.agenda import postpone_item, treat_item, withdraw_item
from bildungsnetz.governance.services.decisions import correct_decision, record_decision
from bildungsnetz.governance.services.orders import accept_order, deliver_order, start_order
from bildungsnetz.governance.services.sessions import cancel_session, close_session, open_session
from bildungsnetz.governance.services.statements import Statement
from bildungsnetz.governance.services.urgent_orders import (
    agree_urgent_order,
    propose_urgent_order,
    withdraw_urgent_order,
)
from tests.governance import build, results
from tests.governance.build import NOW, TODAY, a_session, actor_of, an_actor, member
from tests.governance.build_orders import terms

pytestmark = pytest.mark.django_db
CLERK, HEAD = an_actor("clerk"), an_actor("head")


@pytest.fixture
def body() -> Body:
    return build.a_steering_body()


def proposed(body: Body, **changed: object) -> UrgentOrder:
    said: dict[str, object] = {"terms": terms(), "reason": "Die Mittel verfallen am Monatsende."}
    return propose_urgent_order(actor=CLERK, body=body, now=NOW, **{**said, **changed})  # type: ignore[arg-type]


def agree(urgent: UrgentOrder, name: str) -> UrgentOrder:
    return agree_urgent_order(actor=actor_of(member(urgent.body, name)), urgent=urgent, now=NOW)


def given(body: Body, **changed: object) -> UrgentOrder:
    urgent = proposed(body, **changed)
    agree(urgent, "Winter")
    return agree(urgent, "Kaiser")


def running(session: Session) -> Session:
    """The session of today has begun and everybody is there."""
    Session.objects.filter(pk=session.pk).update(
        state="invited", invited_at=NOW, starts_at=results.STARTS, ends_at=results.ENDS
    )
    session = open_session(actor=SYSTEM, session=session, now=results.STARTS)
    results.enter_present(session)
    return session


def decide(urgent: UrgentOrder, land: Position = Position.AGREE) -> Decision:
    urgent.refresh_from_db()
    assert urgent.item is not None
    positions = (
        SidePosition("land", land, str(member(urgent.body, "Winter").pk), "Nein."),
        SidePosition("kommune", Position.AGREE, str(member(urgent.body, "Kaiser").pk)),
    )
    statement = Statement(urgent.item.proposal, positions=positions)
    return record_decision(actor=CLERK, item=urgent.item, statement=statement, now=results.STARTS)


def test_the_order_is_given_when_both_sides_have_agreed(body: Body) -> None:
    session = a_session(body)
    announced: list[Order] = []

    def hear(order: Order, **_kwargs: object) -> None:
        announced.append(order)

    signals.order_issued.connect(hear)
    try:
        urgent = proposed(body)
        assert agree(urgent, "Winter").state == "proposed"
        assert Order.objects.count() == 0
        urgent = agree(urgent, "Krause")  # the deputy of the other chair
    finally:
        signals.order_issued.disconnect(hear)
    urgent.refresh_from_db()
    order = Order.objects.get()
    assert (urgent.state, urgent.order, announced) == ("given", order, [order])
    assert (order.decision, order.body, order.visibility, order.state) == (None, body, "body", "issued")
    assert [day.due_on for day in order.report_dates.all()] == [date(2026, 5, 15)]
    item = AgendaItem.objects.get(session=session, fixed="")
    assert (item, item.kind) == (urgent.item, "decision")
    assert item.title == "Bestätigung des Eilauftrags: Konzept für Übergabegespräche"
    assert item.proposal == "Lenkungskreis bestätigt den Auftrag 1/2026 „Konzept für Übergabegespräche“."


def test_only_chairs_agree_each_once_for_her_side(body: Body) -> None:
    urgent, before = proposed(body), AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        agree(urgent, "Weber")
    with pytest.raises(NotAllowed):
        agree_urgent_order(actor=HEAD, urgent=urgent, now=NOW)
    assert (urgent.agreements.count(), AuditEntry.objects.count()) == (0, before)
    agree(urgent, "Winter")
    with pytest.raises(RuleViolation, match="schon zugestimmt"):
        agree(urgent, "Winter")
    with pytest.raises(RuleViolation, match="Für Ihre Seite ist schon zugestimmt"):
        agree(urgent, "Herbst")
    assert (Order.objects.count(), may_agree_now(actor_of(member(body, "Kaiser")), urgent, TODAY)) == (
        0,
        True,
    )


def test_the_chairs_get_a_mail_without_the_title(body: Body) -> None:
    proposed(body)
    mails = OutgoingMail.objects.filter(subject="Eilauftrag: Ihre Zustimmung, Lenkungskreis")
    assert mails.count() == 2
    assert not mails.filter(body__contains="Übergabegespräche").exists()


def test_the_session_confirms_and_the_order_hangs_on_its_decision(body: Body) -> None:
    session = a_session(body)
    urgent = given(body)
    running(session)
    decision = decide(urgent)
    urgent.refresh_from_db()
    order = Order.objects.get()
    assert (urgent.state, order.decision, order.state) == ("confirmed", decision, "issued")


@pytest.mark.parametrize(
    "steps", [(), (accept_order, start_order), (accept_order, start_order, deliver_order)]
)
def test_without_confirmation_the_order_ends(body: Body, steps: tuple[object, ...]) -> None:
    session = a_session(body)
    urgent = given(body)
    for step in steps:
        more = {"text": "Liegt vor."} if step is deliver_order else {}
        step(actor=SYSTEM, order=Order.objects.get(), now=NOW, **more)  # type: ignore[operator]
    running(session)
    changed: list[str] = []

    def hear(order: Order, **_kwargs: object) -> None:
        changed.append(order.state)

    signals.order_changed.connect(hear)
    try:
        decision = decide(urgent, Position.OBJECT)
    finally:
        signals.order_changed.disconnect(hear)
    urgent.refresh_from_db()
    order = Order.objects.get()
    assert (urgent.state, order.state, order.decision, changed) == (
        "not_confirmed",
        "withdrawn",
        None,
        ["withdrawn"],
    )
    assert order.state_note == "Die Sitzung hat den Eilauftrag nicht bestätigt (Beschluss 1/2026)."
    with pytest.raises(RuleViolation, match="mit diesem Beschluss beendet"):
        correct_decision(actor=CLERK, decision=decision, statement=Statement("Doch"), now=results.STARTS)


def test_a_settled_order_stays_settled_without_confirmation(body: Body) -> None:
    session = a_session(body)
    urgent = given(body)
    Order.objects.update(state="closed")
    running(session)
    decide(urgent, Position.OBJECT)
    urgent.refresh_from_db()
    assert (urgent.state, Order.objects.get().state) == ("not_confirmed", "closed")


def test_a_deferred_confirmation_comes_back_in_the_next_session(body: Body) -> None:
    session, later = a_session(body), a_session(body, on=date(2026, 6, 10))
    urgent = given(body)
    running(session)
    urgent.refresh_from_db()
    assert urgent.item is not None
    postpone_item(actor=CLERK, item=urgent.item, now=results.STARTS)
    for item in session.items.filter(state=ItemState.ACCEPTED).exclude(fixed="next_date"):
        treat_item(actor=CLERK, item=item, now=results.STARTS)
    close_session(actor=CLERK, session=session, next_date=date(2026, 6, 10), now=results.ENDS)
    urgent.refresh_from_db()
    assert urgent.item.session == later
    assert postponed_before(CLERK, later) == []
    assert urgent.state == "given"


def test_without_a_session_it_runs_and_waits_and_a_cancelled_session_hands_it_on(body: Body) -> None:
    urgent = given(body)
    assert (urgent.item, list(waiting(urgent_orders(CLERK)))) == (None, [urgent])
    first = a_session(body)
    urgent.refresh_from_db()
    assert urgent.item is not None
    assert urgent.item.session == first
    second = a_session(body, on=date(2026, 4, 22))
    cancel_session(actor=CLERK, session=first, reason="Krankheit", now=NOW)
    urgent.refresh_from_db()
    assert urgent.item.session == second
    assert second.items.filter(fixed="").count() == 1


def test_the_item_cannot_be_withdrawn(body: Body) -> None:
    a_session(body)
    urgent = given(body)
    urgent.refresh_from_db()
    assert urgent.item is not None
    with pytest.raises(RuleViolation, match="bleibt"):
        withdraw_item(actor=CLERK, item=urgent.item, reason="Weg damit", now=NOW)


def test_a_chair_refuses_with_a_reason(body: Body) -> None:
    urgent = proposed(body)
    chair = actor_of(member(body, "Kaiser"))
    with pytest.raises(RuleViolation, match="Begründen"):
        withdraw_urgent_order(actor=chair, urgent=urgent, reason="", now=NOW)
    withdraw_urgent_order(actor=chair, urgent=urgent, reason="Das soll die Sitzung beraten.", now=NOW)
    with pytest.raises(RuleViolation, match="schon entschieden"):
        agree(urgent, "Winter")
    assert (UrgentOrder.objects.get().state, Order.objects.count()) == ("withdrawn", 0)
    with pytest.raises(NotAllowed):
        withdraw_urgent_order(actor=actor_of(member(body, "Weber")), urgent=urgent, reason="x", now=NOW)


def test_the_hurry_needs_a_reason(body: Body) -> None:
    with pytest.raises(RuleViolation) as refused:
        proposed(body, reason=" ")
    assert (refused.value.field, UrgentOrder.objects.count()) == ("reason", 0)


def test_wrong_terms_are_refused_at_once_and_again_when_their_days_have_passed(body: Body) -> None:
    with pytest.raises(RuleViolation) as refused:
        proposed(body, terms=terms(due_on=date(2026, 3, 1)))
    assert refused.value.field == "due_on"
    urgent = proposed(body)
    agree(urgent, "Winter")
    UrgentOrder.objects.update(due_on=date(2026, 3, 1))
    with pytest.raises(RuleViolation, match="Frist"):
        agree(urgent, "Kaiser")
    assert (Order.objects.count(), urgent.agreements.count()) == (0, 1)


def test_a_body_without_orders_gives_none(body: Body) -> None:
    conference = build.a_body("education_conference")
    with pytest.raises(RuleViolation) as refused:
        proposed(conference)
    assert refused.value.field == "governing_body"
    assert UrgentOrder.objects.count() == 0


def test_a_confidential_one_is_for_the_office_and_the_chairs(body: Body) -> None:
    a_session(body)
    urgent = given(body, visibility="office")
    insider, outsider = actor_of(member(body, "Winter")), actor_of(member(body, "Weber"))
    assert [list(urgent_orders(actor)) for actor in (insider, outsider)] == [[urgent], []]
    assert [list(orders(actor)) for actor in (insider, outsider)] == [[Order.objects.get()], []]
