"""Correcting a decision: in time, under its number, as long as no order hangs on it."""

import pytest

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.consensus import SidePosition
from bildungsnetz.governance.domain.decision_kinds import Outcome, Position
from bildungsnetz.governance.models import AgendaItem, Body, Decision
from bildungsnetz.governance.services.decisions import correct_decision, record_decision
from bildungsnetz.governance.services.orders import Terms, issue_order
from bildungsnetz.governance.services.statements import Statement
from tests.governance import build, results

pytestmark = pytest.mark.django_db
P = Position


def record(item: AgendaItem, statement: Statement) -> Decision:
    return record_decision(
        actor=build.an_actor(roles.CLERK), item=item, statement=statement, now=results.STARTS
    )


def said(body: Body, land: Position, kommune: Position, text: str = "Es fehlt das Geld.") -> Statement:
    return Statement(
        results.WORDING,
        tuple(
            results.a_position(
                body, side, name, position, text if position in {P.OBJECT, P.RESERVATION} else ""
            )
            for side, name, position in (("land", "Winter", land), ("kommune", "Kaiser", kommune))
        ),
    )


def test_correcting_keeps_the_number_and_replaces_what_was_said() -> None:
    session = results.a_running_session()
    item = results.an_item(session)
    decision = record(item, said(session.body, P.OBJECT, P.AGREE))
    corrected = correct_decision(
        actor=build.an_actor(roles.CLERK),
        decision=decision,
        statement=results.both_agree(session.body, "Neuer Wortlaut."),
        now=results.STARTS,
    )
    assert (corrected.pk, corrected.reference, corrected.wording) == (
        decision.pk,
        "1/2026",
        "Neuer Wortlaut.",
    )
    assert (corrected.outcome, corrected.positions.count()) == (Outcome.ADOPTED, 2)
    assert [line.sentence for line in history_of(decision)] == [
        "Petra Sommer hat den Beschluss 1/2026 berichtigt: beschlossen.",
        "Petra Sommer hat den Beschluss 1/2026 festgehalten: kein Konsens.",
    ]


def test_a_wrong_correction_changes_nothing() -> None:
    session = results.a_running_session()
    decision, before = results.a_decision(session), AuditEntry.objects.count()
    wrong = Statement("Anders.", (SidePosition("land", P.AGREE, str(build.member(session.body, "Lang").pk)),))
    with pytest.raises(RuleViolation):
        correct_decision(actor=SYSTEM, decision=decision, statement=wrong, now=results.STARTS)
    with pytest.raises(NotAllowed):
        correct_decision(actor=PUBLIC, decision=decision, statement=wrong, now=results.STARTS)
    decision.refresh_from_db()
    assert (decision.wording, decision.positions.count()) == (results.WORDING, 2)
    assert AuditEntry.objects.count() == before


def test_a_decision_with_an_order_stays() -> None:
    session = results.a_running_session()
    decision = results.a_decision(session)
    terms = Terms("Fachtag", "Er findet statt.", results.NEXT, [results.NEXT], body=session.body)
    issue_order(actor=SYSTEM, decision=decision, terms=terms, now=results.STARTS)
    with pytest.raises(RuleViolation) as refused:
        correct_decision(
            actor=SYSTEM, decision=decision, statement=results.both_agree(session.body), now=results.STARTS
        )
    assert str(refused.value.message) == (
        "Aus diesem Beschluss ist schon ein Auftrag entstanden. Er bleibt, wie er festgehalten ist."
    )
