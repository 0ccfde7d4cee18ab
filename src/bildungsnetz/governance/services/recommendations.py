"""The life of a recommendation: collected, adopted by the conference, submitted, answered, reported back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.recommendations import (
    OFFICE_STEPS,
    POSITIONS,
    RECOMMENDATION_STEPS,
    RecommendationState,
    has_position,
    positions_after,
)
from bildungsnetz.governance.models import Body, Recommendation
from bildungsnetz.governance.policies import recommendations as policies
from bildungsnetz.governance.selectors.recommendations import outcomes_for
from bildungsnetz.governance.services.recommendation_index import index_recommendations
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import FieldOfAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a recommendation says."""

    title: str
    text: str = ""
    forum: str = ""
    field_of_action: FieldOfAction | None = None


@transaction.atomic
def collect_recommendation(
    *,
    actor: Actor,
    body: Body,
    wording: Wording,
    now: datetime,
    adopted: bool = False,
    supporters: int = 0,
) -> Recommendation:
    """Take up a recommendation of a conference; `adopted` when the conference has already agreed on it.

    The number counts per year over all conferences. Raises NotAllowed, RuleViolation (fields `body`, `title`).
    """
    # All bodies are locked: two conferences must not take the same number.
    bodies = {row.pk: row for row in Body.objects.select_for_update().order_by("pk")}
    conference = bodies[body.pk]
    if not policies.may_collect(actor, conference):
        raise NotAllowed
    if conference.gives_orders:
        raise RuleViolation(
            _("Dieses Gremium beantwortet Empfehlungen. Wählen Sie, wer sie ausspricht."), "body"
        )
    _refuse_empty(wording)
    day = day_of(now)
    last = Recommendation.objects.filter(year=day.year).aggregate(last=Max("number"))["last"] or 0
    recommendation = Recommendation.objects.create(
        year=day.year,
        number=last + 1,
        body=conference,
        state=RecommendationState.ADOPTED if adopted else RecommendationState.COLLECTED,
        collected_on=day,
        supporters=supporters,
        **_fields(wording),
    )
    index_recommendations([recommendation.pk])
    audit.record("governance.recommendation.collect", actor=actor, on=recommendation, now=now)
    return recommendation


@transaction.atomic
def change_recommendation(
    *, actor: Actor, recommendation: Recommendation, version: int, wording: Wording, now: datetime
) -> Recommendation:
    """Change the wording as long as there is no answer. Raises NotAllowed, StaleVersion, RuleViolation."""
    changed = _locked(recommendation)
    if not policies.may_change(actor, changed):
        raise NotAllowed
    if changed.state == RecommendationState.MERGED:
        raise RuleViolation(_("Diese Empfehlung ist in einer anderen aufgegangen."))
    if has_position(RecommendationState(changed.state)):
        raise RuleViolation(_("Diese Empfehlung ist beantwortet; ihr Wortlaut bleibt, wie er ist."))
    _refuse_empty(wording)
    for field, value in _fields(wording).items():
        setattr(changed, field, value)
    changed.save_version(version)
    index_recommendations([changed.pk])
    audit.record("governance.recommendation.change", actor=actor, on=changed, now=now)
    return changed


@transaction.atomic
def advance_recommendation(
    *,
    actor: Actor,
    recommendation: Recommendation,
    target: RecommendationState,
    now: datetime,
    text: str = "",
) -> Recommendation:
    """Lead a recommendation on: clustered, adopted by the conference, submitted, reported back (with `text`).

    Raises NotAllowed, RuleViolation (field `text` when the step has to be explained).
    """
    changed = _locked(recommendation)
    if not policies.may_change(actor, changed):
        raise NotAllowed
    if target not in OFFICE_STEPS:
        raise RuleViolation(_("Eine Antwort folgt aus einem Beschluss. Tragen Sie sie als Antwort ein."))
    _step(changed, target, text)
    if target == RecommendationState.REPORTED_BACK:
        changed.report = text.strip()
    changed.save_version(changed.version)
    _record("advance", changed, actor=actor, now=now)
    return changed


@transaction.atomic
def answer_recommendation(
    *,
    actor: Actor,
    recommendation: Recommendation,
    position: RecommendationState,
    now: datetime,
    text: str = "",
) -> Recommendation:
    """Enter the position of the steering body after its decision; all but a plain yes need a `text`.

    Raises NotAllowed, RuleViolation (fields `position`, `text`).
    """
    changed = _locked(recommendation)
    if not policies.may_answer(actor, changed):
        raise NotAllowed
    allowed = positions_after(outcomes_for(changed))
    if not allowed:
        raise RuleViolation(
            _("Zu dieser Empfehlung gibt es noch keinen Beschluss. Setzen Sie sie auf eine Tagesordnung.")
        )
    if position not in allowed and position in POSITIONS:
        raise RuleViolation(
            _("Ohne Konsens kann die Empfehlung nur abgelehnt oder verwiesen werden."), "position"
        )
    _step(changed, position, text)
    changed.position, changed.answer = position, text.strip()
    changed.answered_on = day_of(now)
    changed.save_version(changed.version)
    _record("answer", changed, actor=actor, now=now)
    return changed


def _locked(recommendation: Recommendation) -> Recommendation:
    rows = Recommendation.objects.select_related("body").select_for_update(of=("self",))
    return rows.get(pk=recommendation.pk)


def _step(changed: Recommendation, target: RecommendationState, text: str) -> None:
    refusal = RECOMMENDATION_STEPS.refuse(RecommendationState(changed.state), target, text)
    raise_first([refusal] if refusal else [])
    changed.state = target


def _record(verb: str, changed: Recommendation, *, actor: Actor, now: datetime) -> None:
    index_recommendations([changed.pk])
    state = str(RecommendationState(changed.state).label)
    audit.record(f"governance.recommendation.{verb}", actor=actor, on=changed, now=now, state=state)


def _refuse_empty(wording: Wording) -> None:
    if not wording.title.strip():
        raise RuleViolation(_("Schreiben Sie die Empfehlung in einem Satz."), "title")


def _fields(wording: Wording) -> dict[str, object]:
    return {
        "title": wording.title.strip(),
        "text": wording.text.strip(),
        "forum": wording.forum.strip(),
        "field_of_action": wording.field_of_action,
    }
