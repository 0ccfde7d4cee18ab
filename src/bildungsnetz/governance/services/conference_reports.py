"""The report to the next conference: drafted, then closed when every recommendation has its answer."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.conference_reports import ConferenceReportState
from bildungsnetz.governance.domain.preset_shape import BodyKind
from bildungsnetz.governance.domain.recommendations import (
    POSITIONS,
    NumberedRecommendation,
    RecommendationState,
    refuse_report,
)
from bildungsnetz.governance.models import Body, ConferenceReport
from bildungsnetz.governance.policies import conferences as policies
from bildungsnetz.governance.selectors.conference_reports import reported
from bildungsnetz.governance.services.recommendation_index import index_recommendations
from bildungsnetz.governance.services.refusals import raise_first


@transaction.atomic
def draft_report(
    *, actor: Actor, body: Body, until_on: date, introduction: str = "", now: datetime
) -> ConferenceReport:
    """Begin the report to a conference on all that was collected up to a day and not reported yet.

    Raises NotAllowed, RuleViolation (fields `body`, `until_on`).
    """
    conference = Body.objects.select_for_update().get(pk=body.pk)
    if not policies.may_write_report(actor, conference):
        raise NotAllowed
    if conference.kind != BodyKind.EDUCATION_CONFERENCE:
        raise RuleViolation(_("Berichtet wird an eine Bildungskonferenz."), "body")
    if conference.conference_reports.filter(state=ConferenceReportState.DRAFT).exists():
        raise RuleViolation(_("An diese Konferenz wird schon ein Bericht geschrieben."), "body")
    _refuse_future(until_on, now)
    report = ConferenceReport.objects.create(
        body=conference, until_on=until_on, introduction=introduction.strip(), drafted_on=day_of(now)
    )
    audit.record("governance.conference_report.draft", actor=actor, on=report, now=now)
    return report


@transaction.atomic
def change_report(
    *,
    actor: Actor,
    report: ConferenceReport,
    version: int,
    until_on: date,
    introduction: str = "",
    now: datetime,
) -> ConferenceReport:
    """Change day and introduction of a draft. Raises NotAllowed, StaleVersion, RuleViolation."""
    changed = _locked_draft(report, actor)
    _refuse_future(until_on, now)
    changed.until_on, changed.introduction = until_on, introduction.strip()
    changed.save_version(version)
    audit.record("governance.conference_report.change", actor=actor, on=changed, now=now)
    return changed


@transaction.atomic
def close_report(*, actor: Actor, report: ConferenceReport, now: datetime) -> ConferenceReport:
    """Close the report for good: the recommendations in it are reported back.

    Raises NotAllowed, RuleViolation when an answer is missing (it names the numbers) or there is nothing to report.
    """
    closed = _locked_draft(report, actor)
    rows = list(reported(closed).select_for_update(of=("self",)))
    if not rows:
        raise RuleViolation(_("Bis zu diesem Tag gibt es keine Empfehlung, über die zu berichten wäre."))
    raise_first(
        refuse_report(NumberedRecommendation(row.reference, RecommendationState(row.state)) for row in rows)
    )
    for row in rows:
        row.reported_in = closed
        if row.state in POSITIONS:
            row.state = RecommendationState.REPORTED_BACK
            row.report = str(closed)
        row.save_version(row.version)
    closed.state, closed.closed_on = ConferenceReportState.CLOSED, day_of(now)
    closed.save_version(closed.version)
    index_recommendations([row.pk for row in rows])
    audit.record("governance.conference_report.close", actor=actor, on=closed, now=now, count=len(rows))
    return closed


def _locked_draft(report: ConferenceReport, actor: Actor) -> ConferenceReport:
    rows = ConferenceReport.objects.select_related("body").select_for_update(of=("self",))
    found = rows.get(pk=report.pk)
    if not policies.may_write_report(actor, found.body):
        raise NotAllowed
    if found.is_closed:
        raise RuleViolation(_("Dieser Bericht ist abgeschlossen und bleibt, wie er ist."))
    return found


def _refuse_future(until_on: date, now: datetime) -> None:
    if until_on > day_of(now):
        raise RuleViolation(_("Der Tag darf nicht in der Zukunft liegen."), "until_on")
