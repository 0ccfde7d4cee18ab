"""Recommendations and what still needs an answer."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, DecisionState, Outcome
from bildungsnetz.governance.domain.recommendations import ANSWERED, RecommendationState
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Body, Decision, Recommendation, Session
from bildungsnetz.governance.policies import recommendations as policies

NOT_ADOPTED = (RecommendationState.COLLECTED, RecommendationState.CLUSTERED)


@dataclass(frozen=True)
class Asked:
    """What the filter of the list asks for; `answer` is "open", "answered", "reported" or empty."""

    text: str = ""
    answer: str = ""
    year: int | None = None
    body: Body | None = None
    field_of_action_id: int | None = None


def recommendations(actor: Actor) -> QuerySet[Recommendation]:
    """Those the actor may see, newest first.

    Who reads everywhere sees all; who sits in a body sees those of that body, and in a body that gives orders also all
    that a conference has adopted, because it owes them an answer.
    """
    found = Recommendation.objects.select_related("body", "field_of_action").order_by(
        "-year", "-number", "-pk"
    )
    if policies.may_read_all(actor):
        return found
    seats = actor.scope_keys(policies.READ, "body")
    own = Q(body__in=seats)
    if Body.objects.filter(pk__in=seats, decision_rule=DecisionRule.CONSENSUS_SIDES).exists():
        own |= ~Q(state__in=NOT_ADOPTED)
    return found.filter(own)


def filtered(actor: Actor, asked: Asked) -> QuerySet[Recommendation]:
    """The list as the filter asks for it."""
    found = recommendations(actor)
    if asked.text:
        found = found.filter(Q(title__icontains=asked.text) | Q(text__icontains=asked.text))
    if asked.year:
        found = found.filter(year=asked.year)
    if asked.body:
        found = found.filter(body=asked.body)
    if asked.field_of_action_id:
        found = found.filter(field_of_action=asked.field_of_action_id)
    return _by_answer(found, asked.answer)


def waiting(actor: Actor) -> QuerySet[Recommendation]:
    """What a conference has adopted and nobody has answered yet."""
    return _by_answer(recommendations(actor), "open")


def years(actor: Actor) -> list[int]:
    """The years of which there are recommendations, newest first."""
    return list(recommendations(actor).order_by("-year").values_list("year", flat=True).distinct())


def outcomes_for(recommendation: Recommendation) -> list[Outcome]:
    """What bodies have decided on the recommendation so far; revoked and replaced decisions do not count."""
    rows = Decision.objects.filter(item__recommendation=recommendation, state=DecisionState.RECORDED)
    return [Outcome(row.outcome) for row in rows.order_by("decided_on", "pk")]


def sessions_to_come(actor: Actor, now: datetime) -> QuerySet[Session]:
    """The sessions of bodies that give orders, still planned, on whose agenda the actor may put an item."""
    found = Session.objects.filter(
        body__decision_rule=DecisionRule.CONSENSUS_SIDES, state=SessionState.PLANNED, starts_at__gte=now
    )
    scopes = actor.scopes("governance.item.add")
    if "" not in scopes:
        found = found.filter(body__in=actor.scope_keys("governance.item.add", "body"))
    return found.select_related("body").order_by("starts_at", "pk")


def _by_answer(found: QuerySet[Recommendation], answer: str) -> QuerySet[Recommendation]:
    if answer == "open":
        return found.filter(state__in=(RecommendationState.ADOPTED, RecommendationState.SUBMITTED))
    if answer == "answered":
        return found.filter(state__in=ANSWERED)
    if answer == "unreported":
        return found.filter(state__in=ANSWERED - {RecommendationState.REPORTED_BACK})
    return found
