"""The report to the next conference closes only when nothing is left unanswered; what the public may follow."""

from datetime import timedelta

import pytest

from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.core.search import find
from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.models import ConferenceReport, Recommendation
from bildungsnetz.governance.selectors.conference_reports import conference_answers, reported
from bildungsnetz.governance.selectors.public_tracker import by_number, published
from bildungsnetz.governance.services.conference_reports import change_report, close_report, draft_report
from bildungsnetz.governance.services.recommendation_merge import merge_recommendations
from bildungsnetz.governance.services.recommendation_publishing import (
    hide_recommendation,
    publish_recommendations,
)
from bildungsnetz.governance.services.recommendations import (
    Wording,
    advance_recommendation,
    answer_recommendation,
)
from tests.governance import build
from tests.governance.services.test_recommendations import decided

pytestmark = pytest.mark.django_db
S = RecommendationState


def answered(recommendation: Recommendation, position: S = S.ACCEPTED, text: str = "") -> Recommendation:
    """Submitted, decided on and answered."""
    found = advance_recommendation(
        actor=SYSTEM, recommendation=recommendation, target=S.SUBMITTED, now=build.NOW
    )
    decided(found, Outcome.NO_CONSENSUS if position in {S.REJECTED, S.REFERRED} else Outcome.ADOPTED)
    return answer_recommendation(
        actor=SYSTEM, recommendation=found, position=position, text=text, now=build.NOW
    )


def a_report(recommendation: Recommendation) -> ConferenceReport:
    return draft_report(actor=SYSTEM, body=recommendation.body, until_on=build.TODAY, now=build.NOW)


def test_it_refuses_to_close_and_names_what_is_missing() -> None:
    first = build.a_recommendation("A", adopted=True)
    second = build.a_recommendation("B", first.body, adopted=True)
    build.a_recommendation("C", first.body)
    answered(first)
    report = a_report(first)
    with pytest.raises(RuleViolation, match="Ohne Position des Lenkungskreises: 2/2026"):
        close_report(actor=SYSTEM, report=report, now=build.NOW)
    report.refresh_from_db()
    assert (report.state, first.reported_in) == ("draft", None)
    answered(second, S.REJECTED, "Kein Geld.")
    closed = close_report(actor=build.an_actor("clerk"), report=report, now=build.NOW)
    rows = [(row.title, row.state, row.position, row.report) for row in reported(closed)]
    assert (closed.closed_on, rows) == (
        build.TODAY,
        [
            ("A", S.REPORTED_BACK, S.ACCEPTED, str(closed)),
            ("B", S.REPORTED_BACK, S.REJECTED, str(closed)),
        ],
    )
    with pytest.raises(RuleViolation, match="bleibt, wie er ist"):
        change_report(
            actor=SYSTEM, report=closed, version=closed.version, until_on=build.TODAY, now=build.NOW
        )


def test_nothing_to_report_and_one_draft_at_a_time() -> None:
    body = build.a_body("education_conference")
    report = draft_report(actor=SYSTEM, body=body, until_on=build.TODAY, now=build.NOW)
    with pytest.raises(RuleViolation, match="keine Empfehlung"):
        close_report(actor=SYSTEM, report=report, now=build.NOW)
    with pytest.raises(RuleViolation, match="schon ein Bericht"):
        draft_report(actor=SYSTEM, body=body, until_on=build.TODAY, now=build.NOW)
    with pytest.raises(RuleViolation) as found:
        draft_report(actor=SYSTEM, body=build.a_body(), until_on=build.TODAY, now=build.NOW)
    assert (found.value.field, ConferenceReport.objects.count()) == ("body", 1)


def test_who_does_not_write_reports() -> None:
    body = build.a_body("education_conference")
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        draft_report(actor=build.an_actor("pedagogical"), body=body, until_on=build.TODAY, now=build.NOW)
    assert (ConferenceReport.objects.count(), AuditEntry.objects.count()) == (0, logged)


def test_later_ones_wait_for_the_next_report() -> None:
    early = build.a_recommendation("A", adopted=True)
    report = draft_report(
        actor=SYSTEM, body=early.body, until_on=build.TODAY - timedelta(days=1), now=build.NOW
    )
    assert list(reported(report)) == []


def test_the_public_follows_only_what_was_published() -> None:
    adopted = build.a_recommendation("Geheimwort im Ganztag", adopted=True)
    collected = build.a_recommendation("Noch nicht beschlossen", adopted.body)
    assert (list(published()), by_number(2026, 1)) == ([], None)
    with pytest.raises(RuleViolation, match="was die Konferenz beschlossen hat"):
        publish_recommendations(actor=SYSTEM, recommendations=[adopted, collected], now=build.NOW)
    assert list(published()) == []
    publish_recommendations(actor=build.an_actor("clerk"), recommendations=[adopted], now=build.NOW)
    assert by_number(2026, 1) == adopted
    assert [hit.title for hit in find("Geheimwort", actor=PUBLIC).hits] == ["Geheimwort im Ganztag"]
    assert find("Geheimwort", actor=build.an_actor("clerk")).total == 1
    hide_recommendation(actor=SYSTEM, recommendation=adopted, now=build.NOW)
    assert (list(published()), find("Geheimwort", actor=PUBLIC).total) == ([], 0)


def test_who_does_not_publish() -> None:
    adopted = build.a_recommendation("A", adopted=True)
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        publish_recommendations(actor=build.an_actor("pedagogical"), recommendations=[adopted], now=build.NOW)
    assert (list(published()), AuditEntry.objects.count()) == ([], logged)


def test_merged_recommendations_stay_behind_the_new_one() -> None:
    first = build.a_recommendation("A")
    second = build.a_recommendation("B", first.body)
    Recommendation.objects.filter(pk=first.pk).update(supporters=4)
    made = merge_recommendations(
        actor=SYSTEM, recommendations=[first, second], wording=Wording(title="AB"), now=build.NOW
    )
    assert (str(made), made.state, made.supporters) == ("Empfehlung 3/2026", S.COLLECTED, 4)
    assert [(row.title, row.state) for row in made.originals.order_by("pk")] == [
        ("A", S.MERGED), ("B", S.MERGED),
    ]  # fmt: skip
    other = build.a_recommendation("C")
    with pytest.raises(RuleViolation, match="desselben Gremiums"):
        merge_recommendations(
            actor=SYSTEM, recommendations=[made, other], wording=Wording(title="X"), now=build.NOW
        )


def test_the_accountability_report_gets_the_answers_of_a_span() -> None:
    answered(build.a_recommendation("A", adopted=True), S.REFERRED, "Die Städte entscheiden.")
    build.a_recommendation("B", adopted=True)
    clerk = build.an_actor("clerk")
    found = conference_answers(clerk, first_day=build.TODAY, last_day=build.TODAY)
    assert [(each.recommendation.title, each.position, each.orders) for each in found] == [
        ("A", "an die zuständige Stelle verwiesen", ())
    ]
    later = build.TODAY + timedelta(days=1)
    assert conference_answers(clerk, first_day=later, last_day=later) == []
