"""The wording is locked after it was read out; unlocking needs a reason."""

import pytest

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.models import Decision, Session
from bildungsnetz.governance.services.decision_wording import read_out_decision, unlock_decision
from bildungsnetz.governance.services.decisions import correct_decision
from tests.governance import build, results

pytestmark = pytest.mark.django_db
CLERK = build.an_actor(roles.CLERK)


@pytest.fixture
def decision() -> Decision:
    return results.a_decision(results.a_running_session())


def correct(decision: Decision, wording: str) -> Decision:
    return correct_decision(
        actor=CLERK,
        decision=decision,
        statement=results.both_agree(decision.body, wording),
        now=results.STARTS,
    )


def test_a_wording_read_out_stays_as_it_was_read(decision: Decision) -> None:
    read_out_decision(actor=CLERK, decision=decision, now=results.STARTS)
    with pytest.raises(RuleViolation, match="Entsperren Sie ihn mit einem Grund"):
        correct(decision, "Anders.")
    with pytest.raises(RuleViolation, match="schon verlesen und festgestellt"):
        read_out_decision(actor=CLERK, decision=decision, now=results.STARTS)
    decision.refresh_from_db()
    assert (decision.wording, decision.read_out_at) == (results.WORDING, results.STARTS)


def test_unlocking_needs_a_reason_and_is_on_record(decision: Decision) -> None:
    with pytest.raises(RuleViolation, match="nicht gesperrt"):
        unlock_decision(actor=CLERK, decision=decision, reason="x", now=results.STARTS)
    read_out_decision(actor=CLERK, decision=decision, now=results.STARTS)
    with pytest.raises(RuleViolation) as refused:
        unlock_decision(actor=CLERK, decision=decision, reason=" ", now=results.STARTS)
    assert refused.value.field == "reason"
    unlock_decision(actor=CLERK, decision=decision, reason=" Zahl verwechselt ", now=results.STARTS)
    assert correct(decision, "Neuer Wortlaut.").wording == "Neuer Wortlaut."
    decision.refresh_from_db()
    assert (decision.read_out_at, decision.unlock_reason) == (None, "Zahl verwechselt")
    assert [line.sentence for line in history_of(decision)][1:3] == [
        "Petra Sommer hat den Wortlaut des festgestellten Beschluss 1/2026 wieder entsperrt.",
        "Petra Sommer hat den Beschluss 1/2026 als verlesen und festgestellt eingetragen.",
    ]


def test_nobody_else_locks_or_unlocks_and_nothing_after_the_minutes(decision: Decision) -> None:
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        read_out_decision(actor=build.an_actor(roles.PEDAGOGICAL), decision=decision, now=results.STARTS)
    with pytest.raises(NotAllowed):
        unlock_decision(
            actor=build.an_actor(roles.CO_CHAIR), decision=decision, reason="x", now=results.STARTS
        )
    Session.objects.update(state="minutes_draft")
    with pytest.raises(RuleViolation, match="Das Protokoll ist schon geschrieben"):
        read_out_decision(actor=CLERK, decision=decision, now=results.STARTS)
    decision.refresh_from_db()
    assert (decision.read_out_at, AuditEntry.objects.count()) == (None, logged)
