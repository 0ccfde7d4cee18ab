"""A recommendation comes onto the agenda of the body that answers it."""

from datetime import timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.core.registers.chain import trace
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.models import AgendaItem, Body, Recommendation, Session
from bildungsnetz.governance.selectors.recommendations import sessions_to_come, standing
from bildungsnetz.governance.services.recommendation_agenda import put_recommendation_on_agenda
from bildungsnetz.governance.services.recommendations import advance_recommendation
from bildungsnetz.governance.services.sessions import plan_session
from tests.governance import build

pytestmark = pytest.mark.django_db


def submitted() -> Recommendation:
    found = build.a_recommendation("Sprachbildung stärken", adopted=True, text="Weil.")
    target = RecommendationState.SUBMITTED
    return advance_recommendation(actor=SYSTEM, recommendation=found, target=target, now=build.NOW)


def planned(body: Body | None = None) -> Session:
    starts_at = build.NOW + timedelta(days=21)
    return plan_session(
        actor=SYSTEM,
        body=body or build.a_body(),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="Kreishaus",
        now=build.NOW,
    )


def test_it_becomes_a_decision_item() -> None:
    clerk, found, session = build.an_actor("clerk"), submitted(), planned()
    assert standing(found).waits_for_agenda
    item = put_recommendation_on_agenda(
        actor=clerk,
        recommendation=found,
        session=session,
        proposal=" Der Lenkungskreis beschließt. ",
        now=build.NOW,
    )
    assert (item.title, item.kind, item.summary, item.proposal, item.visibility, item.recommendation) == (
        "Sprachbildung stärken", "decision", "Weil.", "Der Lenkungskreis beschließt.", "body", found,
    )  # fmt: skip
    assert [link.kind for link in trace(clerk, "governance.recommendation", found.pk)] == [
        "governance.recommendation", "governance.item",
    ]  # fmt: skip
    where = standing(found)
    assert (where.on_agenda, where.waits_for_agenda, where.can_be_answered) == (True, False, False)


def test_not_twice() -> None:
    found, session = submitted(), planned()
    put_recommendation_on_agenda(actor=SYSTEM, recommendation=found, session=session, now=build.NOW)
    before = AgendaItem.objects.count()
    with pytest.raises(RuleViolation, match="steht schon auf einer Tagesordnung"):
        put_recommendation_on_agenda(actor=SYSTEM, recommendation=found, session=session, now=build.NOW)
    assert AgendaItem.objects.count() == before


def test_only_what_was_submitted() -> None:
    session = planned()
    with pytest.raises(RuleViolation, match="übergeben ist"):
        put_recommendation_on_agenda(
            actor=SYSTEM, recommendation=build.a_recommendation(adopted=True), session=session, now=build.NOW
        )
    assert not AgendaItem.objects.filter(recommendation__isnull=False).exists()


def test_only_where_the_sides_decide() -> None:
    with pytest.raises(RuleViolation, match="im Konsens der Seiten") as found:
        put_recommendation_on_agenda(
            actor=SYSTEM,
            recommendation=submitted(),
            session=planned(build.a_body("working_group")),
            now=build.NOW,
        )
    assert found.value.field == "session"


def test_sessions_to_choose_from() -> None:
    steering = build.a_body()
    session, _other = planned(steering), planned(build.a_body("working_group"))
    assert list(sessions_to_come(build.an_actor("clerk"), build.NOW)) == [session]
    assert list(sessions_to_come(build.an_actor("member", steering.scope), build.NOW)) == []
    assert list(sessions_to_come(build.an_actor("clerk"), build.NOW + timedelta(days=31))) == []


@pytest.mark.parametrize("role", ["scientific", "co_chair"])
def test_who_may_not(role: str) -> None:
    steering = build.a_body()
    found, session = submitted(), planned(steering)
    items, entries = AgendaItem.objects.count(), AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        put_recommendation_on_agenda(
            actor=build.an_actor(role, steering.scope), recommendation=found, session=session, now=build.NOW
        )
    assert (AgendaItem.objects.count(), AuditEntry.objects.count()) == (items, entries)


def test_who_may_work_on_recommendations_but_not_on_agendas() -> None:
    found, session = submitted(), planned()
    items = AgendaItem.objects.count()
    with pytest.raises(NotAllowed):
        put_recommendation_on_agenda(
            actor=build.an_actor("pedagogical"), recommendation=found, session=session, now=build.NOW
        )
    assert AgendaItem.objects.count() == items
