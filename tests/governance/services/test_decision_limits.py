"""Where and by whom a decision can be recorded, and which number it gets."""

import pytest

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.decision_kinds import Outcome, Position
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Decision, DecisionPosition
from bildungsnetz.governance.services.attendance import state_quorum
from bildungsnetz.governance.services.decisions import record_decision
from bildungsnetz.governance.services.statements import Statement
from tests.governance import build, results

pytestmark = pytest.mark.django_db
P = Position


def record(item: AgendaItem, statement: Statement) -> Decision:
    return record_decision(
        actor=build.an_actor(roles.CLERK), item=item, statement=statement, now=results.STARTS
    )


def refuse(item: AgendaItem, statement: Statement, field: str | None) -> str:
    """The message of the refusal at the field; nothing was written and nothing logged."""
    before = AuditEntry.objects.count()
    with pytest.raises(RuleViolation) as refused:
        record(item, statement)
    assert refused.value.field == field
    assert (Decision.objects.count(), DecisionPosition.objects.count(), AuditEntry.objects.count()) == (
        0,
        0,
        before,
    )
    assert AgendaItem.objects.get(pk=item.pk).state == ItemState.ACCEPTED
    return str(refused.value.message)


def test_a_decision_needs_its_wording() -> None:
    session = results.a_running_session()
    assert refuse(results.an_item(session), results.both_agree(session.body, " "), "wording") == (
        "Schreiben Sie den Wortlaut des Beschlusses."
    )


def test_without_quorum_the_chair_states_it_or_the_body_defers() -> None:
    session = results.a_running_session(absent=["Lang", "Stadler", "Weber", "Wolf", "Busch"])
    item = results.an_item(session)
    assert refuse(item, results.both_agree(session.body), None) == (
        "Die Beschlussfähigkeit ist nicht festgestellt. Nur 3 von 8 besetzten Sitzen sind vertreten, nötig sind 4. "
        "Halten Sie die Feststellung des Vorsitzes fest, oder vertagen Sie den Punkt."
    )
    state_quorum(actor=SYSTEM, session=session, is_stated=True, now=results.STARTS)
    assert record(item, results.both_agree(session.body)).outcome == Outcome.ADOPTED


def test_without_quorum_a_matter_can_be_deferred() -> None:
    session = results.a_running_session(absent=["Lang", "Stadler", "Weber", "Wolf", "Busch"])
    decision = record(results.an_item(session), Statement(results.WORDING, is_deferred=True))
    assert decision.outcome == Outcome.DEFERRED


@pytest.mark.parametrize(
    "actor", [PUBLIC, build.an_actor(roles.MEMBER), build.an_actor(roles.CLERK, "body:0")]
)
def test_only_the_secretariat_records(actor: object) -> None:
    session = results.a_running_session()
    item, before = results.an_item(session), AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        record_decision(
            actor=actor, item=item, statement=results.both_agree(session.body), now=results.STARTS
        )
    assert (Decision.objects.count(), AuditEntry.objects.count()) == (0, before)


@pytest.mark.parametrize("state", [SessionState.INVITED, SessionState.MINUTES_DRAFT, SessionState.ARCHIVED])
def test_decisions_belong_to_a_running_session(state: SessionState) -> None:
    session = results.a_running_session()
    item = results.an_item(session)
    type(session).objects.filter(pk=session.pk).update(state=state)
    assert refuse(item, results.both_agree(session.body), None) == (
        "Beschlüsse halten Sie fest, sobald die Sitzung läuft und bis das Protokoll geschrieben wird."
    )


def test_fixed_and_proposed_items_are_not_decided() -> None:
    session = results.a_running_session()
    fixed = session.items.filter(fixed="approval_of_agenda").get()
    assert refuse(fixed, results.both_agree(session.body), None) == (
        "Über diesen Tagesordnungspunkt wird nicht beschlossen."
    )


def test_one_decision_for_an_item() -> None:
    session = results.a_running_session()
    decision = results.a_decision(session)
    with pytest.raises(RuleViolation) as refused:
        record(decision.item, results.both_agree(session.body))
    assert str(refused.value.message) == (
        "Zu diesem Punkt ist schon ein Beschluss festgehalten. Sie können ihn berichtigen."
    )
    assert Decision.objects.count() == 1


def test_numbers_count_for_body_and_year_and_confidential_ones_apart() -> None:
    session, other = (
        results.a_running_session(),
        results.a_running_session(build.a_steering_body("Zweiter Kreis")),
    )
    first = results.a_decision(session)
    closed = results.a_decision(session, "Personalie", visibility=Visibility.OFFICE)
    second, foreign = results.a_decision(session, "Zweites"), results.a_decision(other)
    assert [str(d) for d in (first, closed, second, foreign)] == [
        "Beschluss 1/2026",
        "Beschluss V1/2026",
        "Beschluss 2/2026",
        "Beschluss 1/2026",
    ]


def test_the_history_of_a_session_is_silent_about_confidential_decisions() -> None:
    session = results.a_running_session()
    before = [line.sentence for line in history_of(session)]
    decision = results.a_decision(session, "Personalie", visibility=Visibility.OFFICE)
    assert [line.sentence for line in history_of(session)] == before
    assert [line.sentence for line in history_of(decision)] == [
        "System hat den Beschluss V1/2026 festgehalten: beschlossen."
    ]
