"""No recommendation vanishes: from collecting to the report back."""

from datetime import timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.models import AgendaItem, Decision, Recommendation, Session
from bildungsnetz.governance.selectors.recommendations import Asked, filtered, recommendations, waiting
from bildungsnetz.governance.services.recommendations import (
    Wording,
    advance_recommendation,
    answer_recommendation,
    change_recommendation,
    collect_recommendation,
)
from tests.governance import build

pytestmark = pytest.mark.django_db
S = RecommendationState


def decided(recommendation: Recommendation, outcome: Outcome) -> Decision:
    """A decision of the Lenkungskreis on the recommendation."""
    body = build.a_body(name=f"Lenkungskreis {outcome}")
    session = Session.objects.create(
        body=body, number=1, starts_at=build.NOW, ends_at=build.NOW + timedelta(hours=2)
    )
    item = AgendaItem.objects.create(
        session=session, position=1, title="X", recommendation=recommendation, added_at=build.NOW
    )
    return Decision.objects.create(
        item=item, body=body, year=2026, number=1, wording="X", rule=body.decision_rule, outcome=outcome,
        decided_on=build.TODAY, recorded_at=build.NOW,
    )  # fmt: skip


def submitted(title: str = "Sprachbildung stärken") -> Recommendation:
    found = build.a_recommendation(title, adopted=True)
    return advance_recommendation(actor=SYSTEM, recommendation=found, target=S.SUBMITTED, now=build.NOW)


def test_collecting_numbers_per_year() -> None:
    conference = build.a_body("education_conference")
    first = collect_recommendation(
        actor=build.an_actor("pedagogical"), body=conference, now=build.NOW,
        wording=Wording(title=" Sprachbildung stärken ", forum="Forum 2", text="Weil."),
    )  # fmt: skip
    second = build.a_recommendation("Ganztag", conference, adopted=True)
    later = collect_recommendation(
        actor=SYSTEM, body=conference, wording=Wording(title="Y"), now=build.NOW + timedelta(days=365)
    )
    assert [str(row) for row in (first, second, later)] == [
        "Empfehlung 1/2026", "Empfehlung 2/2026", "Empfehlung 1/2027",
    ]  # fmt: skip
    assert (first.title, first.state, second.state, first.collected_on) == (
        "Sprachbildung stärken", S.COLLECTED, S.ADOPTED, build.TODAY,
    )  # fmt: skip
    entry = AuditEntry.objects.filter(act="governance.recommendation.collect").order_by("pk")[0]
    assert (entry.object_label, entry.actor_name) == ("Empfehlung 1/2026", "Petra Sommer")


def test_who_answers_does_not_recommend() -> None:
    with pytest.raises(RuleViolation, match="beantwortet Empfehlungen") as found:
        build.a_recommendation("X", build.a_body())
    assert (found.value.field, Recommendation.objects.count()) == ("body", 0)


def test_a_recommendation_says_something() -> None:
    with pytest.raises(RuleViolation) as found:
        build.a_recommendation("  ")
    assert (found.value.field, Recommendation.objects.count()) == ("title", 0)


def test_step_by_step() -> None:
    found = build.a_recommendation()
    for target in (S.CLUSTERED, S.ADOPTED, S.SUBMITTED):
        found = advance_recommendation(
            actor=build.an_actor("clerk"), recommendation=found, target=target, now=build.NOW
        )
    assert (found.state, found.version) == (S.SUBMITTED, 4)
    last = AuditEntry.objects.order_by("-pk")[0]
    assert (last.act, last.facts) == (
        "governance.recommendation.advance", {"state": "an den Lenkungskreis übergeben"},
    )  # fmt: skip


def test_no_step_is_left_out() -> None:
    found = build.a_recommendation()
    with pytest.raises(RuleViolation, match="nicht vorgesehen"):
        advance_recommendation(actor=SYSTEM, recommendation=found, target=S.SUBMITTED, now=build.NOW)
    with pytest.raises(RuleViolation, match="folgt aus einem Beschluss"):
        advance_recommendation(actor=SYSTEM, recommendation=submitted(), target=S.ACCEPTED, now=build.NOW)
    found.refresh_from_db()
    assert found.state == S.COLLECTED


@pytest.mark.parametrize(
    ("outcome", "position", "text"),
    [
        (Outcome.ADOPTED, S.ACCEPTED, ""),
        (Outcome.ADOPTED_WITH_RESERVATION, S.ACCEPTED_MODIFIED, "Nur in drei Städten."),
        (Outcome.ADOPTED, S.REJECTED, "Dafür fehlt das Geld."),
        (Outcome.NO_CONSENSUS, S.REFERRED, "Die Schulträger entscheiden."),
    ],
)
def test_answer_after_a_decision(outcome: Outcome, position: RecommendationState, text: str) -> None:
    found = submitted()
    decided(found, outcome)
    answered = answer_recommendation(
        actor=build.an_actor("clerk"), recommendation=found, position=position, text=text, now=build.NOW
    )
    assert (answered.state, answered.answer, answered.answered_on) == (position, text, build.TODAY)


@pytest.mark.parametrize("position", [S.ACCEPTED, S.ACCEPTED_MODIFIED])
def test_without_consensus_nothing_is_accepted(position: RecommendationState) -> None:
    found = submitted()
    decided(found, Outcome.NO_CONSENSUS)
    with pytest.raises(RuleViolation, match="Ohne Konsens") as refused:
        answer_recommendation(actor=SYSTEM, recommendation=found, position=position, text="Ja", now=build.NOW)
    found.refresh_from_db()
    assert (refused.value.field, found.state, found.answer) == ("position", S.SUBMITTED, "")


def test_no_answer_without_decision() -> None:
    found = submitted()
    decided(found, Outcome.DEFERRED)
    with pytest.raises(RuleViolation, match="noch keinen Beschluss"):
        answer_recommendation(actor=SYSTEM, recommendation=found, position=S.ACCEPTED, now=build.NOW)


def test_a_no_is_explained() -> None:
    found = submitted()
    decided(found, Outcome.ADOPTED)
    with pytest.raises(RuleViolation, match="Begründen Sie") as refused:
        answer_recommendation(
            actor=SYSTEM, recommendation=found, position=S.REJECTED, text=" ", now=build.NOW
        )
    assert refused.value.field == "text"


def test_reporting_back_ends_it() -> None:
    found = submitted()
    decided(found, Outcome.ADOPTED)
    found = answer_recommendation(actor=SYSTEM, recommendation=found, position=S.ACCEPTED, now=build.NOW)
    with pytest.raises(RuleViolation, match="Begründen Sie"):
        advance_recommendation(actor=SYSTEM, recommendation=found, target=S.REPORTED_BACK, now=build.NOW)
    text = "In der 8. Konferenz berichtet."
    found = advance_recommendation(
        actor=SYSTEM, recommendation=found, target=S.REPORTED_BACK, text=text, now=build.NOW
    )
    assert (found.state, found.report) == (S.REPORTED_BACK, text)


def test_wording_changes_until_the_answer() -> None:
    found = submitted()
    wording = Wording(title="Sprachbildung in allen Kitas", text="Neu")
    changed = change_recommendation(
        actor=build.an_actor("clerk"),
        recommendation=found,
        version=found.version,
        wording=wording,
        now=build.NOW,
    )
    assert (changed.title, changed.text, changed.version) == ("Sprachbildung in allen Kitas", "Neu", 3)
    with pytest.raises(StaleVersion):
        change_recommendation(actor=SYSTEM, recommendation=found, version=2, wording=wording, now=build.NOW)
    decided(found, Outcome.ADOPTED)
    answered = answer_recommendation(actor=SYSTEM, recommendation=found, position=S.ACCEPTED, now=build.NOW)
    with pytest.raises(RuleViolation, match="beantwortet"):
        change_recommendation(
            actor=SYSTEM, recommendation=answered, version=answered.version, wording=wording, now=build.NOW
        )


def test_who_sees_what() -> None:
    conference, steering = build.a_body("education_conference"), build.a_body()
    collected = build.a_recommendation("Gesammelt", conference)
    adopted = build.a_recommendation("Beschlossen", conference, adopted=True)
    seen = {
        name: set(recommendations(actor).values_list("pk", flat=True))
        for name, actor in {
            "office": build.an_actor("scientific"),
            "conference": build.an_actor("member", conference.scope),
            "steering": build.an_actor("member", steering.scope),
            "other": build.an_actor("member", build.a_body("working_group").scope),
            "partner": build.an_actor("partner"),
        }.items()
    }
    both = {collected.pk, adopted.pk}
    assert seen == {
        "office": both,
        "conference": both,
        "steering": {adopted.pk},
        "other": set(),
        "partner": set(),
    }


def test_what_waits_and_what_the_filter_finds() -> None:
    office = build.an_actor("head")
    conference = build.a_body("education_conference")
    build.a_recommendation("Gesammelt", conference)
    adopted = build.a_recommendation("Ganztag ausbauen", conference, adopted=True)
    answered = build.a_recommendation("Sprache", conference, adopted=True)
    advance_recommendation(actor=SYSTEM, recommendation=answered, target=S.SUBMITTED, now=build.NOW)
    decided(answered, Outcome.ADOPTED)
    answer_recommendation(actor=SYSTEM, recommendation=answered, position=S.ACCEPTED, now=build.NOW)
    assert list(waiting(office)) == [adopted]
    assert list(filtered(office, Asked(answer="answered"))) == [answered]
    assert list(filtered(office, Asked(answer="unreported"))) == [answered]
    assert list(filtered(office, Asked(text="ganztag", year=2026, body=conference))) == [adopted]
    assert filtered(office, Asked(year=2025)).count() == 0


@pytest.mark.parametrize("role", ["scientific", "member", "co_chair"])
def test_who_may_not(role: str) -> None:
    conference = build.a_body("education_conference")
    found = build.a_recommendation("Ganztag", conference, adopted=True)
    actor, before = build.an_actor(role, conference.scope), AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        collect_recommendation(actor=actor, body=conference, wording=Wording(title="X"), now=build.NOW)
    with pytest.raises(NotAllowed):
        change_recommendation(
            actor=actor, recommendation=found, version=1, wording=Wording(title="X"), now=build.NOW
        )
    with pytest.raises(NotAllowed):
        advance_recommendation(actor=actor, recommendation=found, target=S.SUBMITTED, now=build.NOW)
    with pytest.raises(NotAllowed):
        answer_recommendation(actor=actor, recommendation=found, position=S.ACCEPTED, now=build.NOW)
    assert (Recommendation.objects.get().title, Recommendation.objects.get().state) == ("Ganztag", S.ADOPTED)
    assert AuditEntry.objects.count() == before
