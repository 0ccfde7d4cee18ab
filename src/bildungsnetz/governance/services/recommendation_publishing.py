"""What the public may follow of recommendations: nothing before the office has said so."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.recommendations import RecommendationState, may_be_public
from bildungsnetz.governance.models import Recommendation
from bildungsnetz.governance.policies import recommendations as policies
from bildungsnetz.governance.services.recommendation_index import index_recommendations


@transaction.atomic
def publish_recommendations(
    *, actor: Actor, recommendations: Iterable[Recommendation], now: datetime
) -> list[Recommendation]:
    """Let everybody read these recommendations, their answers and what public orders followed.

    Raises NotAllowed, RuleViolation (field `recommendations`): none chosen, or not adopted by the conference.
    """
    rows = _locked(recommendations)
    if not rows:
        raise RuleViolation(_("Wählen Sie mindestens eine Empfehlung."), "recommendations")
    if not all(policies.may_publish(actor, row) for row in rows):
        raise NotAllowed
    if not all(may_be_public(RecommendationState(row.state)) for row in rows):
        text = _("Öffentlich wird nur, was die Konferenz beschlossen hat.")
        raise RuleViolation(text, "recommendations")
    fresh = [row for row in rows if row.published_on is None]
    for row in fresh:
        row.published_on = day_of(now)
        row.save_version(row.version)
        audit.record("governance.recommendation.publish", actor=actor, on=row, now=now)
    index_recommendations([row.pk for row in fresh])
    return fresh


@transaction.atomic
def hide_recommendation(*, actor: Actor, recommendation: Recommendation, now: datetime) -> Recommendation:
    """Take a recommendation off the public pages. Raises NotAllowed."""
    row = _locked([recommendation])[0]
    if not policies.may_publish(actor, row):
        raise NotAllowed
    if row.published_on is not None:
        row.published_on = None
        row.save_version(row.version)
        index_recommendations([row.pk])
        audit.record("governance.recommendation.hide", actor=actor, on=row, now=now)
    return row


def _locked(recommendations: Iterable[Recommendation]) -> list[Recommendation]:
    wanted = {each.pk for each in recommendations}
    rows = Recommendation.objects.select_related("body").select_for_update(of=("self",))
    return list(rows.filter(pk__in=wanted).order_by("pk"))
