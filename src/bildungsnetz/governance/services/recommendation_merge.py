"""Several recommendations become one before the conference adopts them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.recommendations import RecommendationState, refuse_recommendation_merge
from bildungsnetz.governance.models import Recommendation
from bildungsnetz.governance.policies import recommendations as policies
from bildungsnetz.governance.services.recommendation_index import index_recommendations
from bildungsnetz.governance.services.recommendations import Wording, collect_recommendation
from bildungsnetz.governance.services.refusals import raise_first


@transaction.atomic
def merge_recommendations(
    *, actor: Actor, recommendations: Iterable[Recommendation], wording: Wording, now: datetime
) -> Recommendation:
    """A new recommendation with its own number takes up several of one conference; these stay readable behind it.

    No more supporters are claimed than the best supported one had: the others may be the same people.
    Raises NotAllowed, RuleViolation (fields `recommendations`, `title`).
    """
    wanted = {each.pk for each in recommendations}
    found = Recommendation.objects.select_related("body").select_for_update(of=("self",))
    rows = list(found.filter(pk__in=wanted).order_by("pk"))
    if not all(policies.may_change(actor, row) for row in rows):
        raise NotAllowed
    raise_first(refuse_recommendation_merge(RecommendationState(row.state) for row in rows))
    if len({row.body_id for row in rows}) > 1:
        text = _("Zusammenfassen lassen sich nur Empfehlungen desselben Gremiums.")
        raise RuleViolation(text, "recommendations")
    supporters = max(row.supporters for row in rows)
    merged = collect_recommendation(
        actor=actor, body=rows[0].body, wording=wording, supporters=supporters, now=now
    )
    for row in rows:
        row.state, row.merged_into = RecommendationState.MERGED, merged
        row.save_version(row.version)
    index_recommendations([row.pk for row in rows])
    names = ", ".join(row.reference for row in rows)
    audit.record("governance.recommendation.merge", actor=actor, on=merged, now=now, merged=names)
    return merged
