"""Recommendations and what still needs an answer."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, Q, QuerySet, When

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, DecisionState, Outcome
from bildungsnetz.governance.domain.preset_shape import BodyKind
from bildungsnetz.governance.domain.recommendations import (
    ANSWERED,
    NEVER_PUBLIC,
    NOT_ADOPTED,
    POSITIONS,
    RecommendationState,
    has_position,
    may_go_on_agenda,
    next_office_step,
    positions_after,
)
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import AgendaItem, Body, Contribution, Decision, Recommendation, Session
from bildungsnetz.governance.policies import recommendations as policies

WAITING = (RecommendationState.ADOPTED, RecommendationState.SUBMITTED)


@dataclass(frozen=True)
class Asked:
    """What the filter of the list asks for; `answer` is "open", "answered", "unreported" or empty."""

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
    found = Recommendation.objects.select_related("body", "field_of_action", "merged_into").order_by(
        "-year", "-number", "-pk"
    )
    if policies.may_read_all(actor):
        return found
    seats = actor.scope_keys(policies.READ, "body")
    own = Q(body__in=seats)
    if Body.objects.filter(pk__in=seats, decision_rule=DecisionRule.CONSENSUS_SIDES).exists():
        own |= ~Q(state__in=NEVER_PUBLIC)
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


def unpublished(actor: Actor) -> QuerySet[Recommendation]:
    """What the actor may let the public follow and has not yet."""
    found = recommendations(actor).filter(published_on__isnull=True).exclude(state__in=NEVER_PUBLIC)
    return _within_scope(found, actor, policies.PUBLISH)


def not_yet_adopted(actor: Actor) -> QuerySet[Recommendation]:
    """What the actor may still merge: the conference has not adopted it."""
    return _within_scope(recommendations(actor).filter(state__in=NOT_ADOPTED), actor, policies.CHANGE)


def _within_scope(found: QuerySet[Recommendation], actor: Actor, act: str) -> QuerySet[Recommendation]:
    if EVERYWHERE in actor.scopes(act):
        return found
    return found.filter(body__in=actor.scope_keys(act, "body"))


def conferences(actor: Actor) -> QuerySet[Body]:
    """The working bodies whose recommendations the actor may collect; who gives orders answers and does not recommend."""
    found = Body.objects.filter(is_active=True).exclude(decision_rule=DecisionRule.CONSENSUS_SIDES)
    if EVERYWHERE not in actor.scopes(policies.COLLECT):
        found = found.filter(pk__in=actor.scope_keys(policies.COLLECT, "body"))
    # The usual one first: a conference.
    is_conference = Case(When(kind=BodyKind.EDUCATION_CONFERENCE, then=0), default=1)
    return found.order_by(is_conference, "name", "pk")


def decided_without_answer(actor: Actor) -> QuerySet[Recommendation]:
    """What a body has decided on while the answer is not entered yet."""
    decided = Decision.objects.filter(state=DecisionState.RECORDED).exclude(outcome=Outcome.DEFERRED)
    return recommendations(actor).filter(
        state=RecommendationState.SUBMITTED, pk__in=decided.values("item__recommendation")
    )


def years(actor: Actor) -> list[int]:
    """The years of which there are recommendations, newest first."""
    return list(recommendations(actor).order_by("-year").values_list("year", flat=True).distinct())


def count_by_answer(actor: Actor) -> dict[str, int]:
    """How many the actor may see: waiting for an answer, to be reported back, answered, all."""
    rows = recommendations(actor).order_by("state").values_list("state").annotate(count=Count("pk"))
    by_state = {RecommendationState(state): count for state, count in rows}
    return {
        "open": sum(by_state.get(state, 0) for state in WAITING),
        "unreported": sum(by_state.get(state, 0) for state in POSITIONS),
        "answered": sum(by_state.get(state, 0) for state in ANSWERED),
        "all": sum(by_state.values()),
    }


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
    if EVERYWHERE not in scopes:
        found = found.filter(body__in=actor.scope_keys("governance.item.add", "body"))
    return found.select_related("body").order_by("starts_at", "pk")


def _by_answer(found: QuerySet[Recommendation], answer: str) -> QuerySet[Recommendation]:
    if answer == "open":
        return found.filter(state__in=WAITING)
    if answer == "answered":
        return found.filter(state__in=ANSWERED)
    if answer == "unreported":
        return found.filter(state__in=POSITIONS)
    return found


@dataclass(frozen=True)
class Standing:
    """Where a recommendation stands and what can follow: the step of the office, an agenda, an answer."""

    state: RecommendationState
    next_step: RecommendationState | None
    waits_for_agenda: bool
    on_agenda: bool
    can_be_answered: bool
    is_answered: bool
    can_be_reworded: bool


def standing(recommendation: Recommendation) -> Standing:
    """What can be done next with a recommendation. Ask for the right to see it before."""
    state = RecommendationState(recommendation.state)
    waits = may_go_on_agenda(state)
    on_agenda = waits and open_items(recommendation).exists()
    decided = waits and bool(positions_after(outcomes_for(recommendation)))
    return Standing(
        state=state,
        next_step=next_office_step(state),
        waits_for_agenda=waits and not on_agenda and not decided,
        on_agenda=on_agenda,
        can_be_answered=decided,
        is_answered=has_position(state),
        can_be_reworded=not has_position(state) and state is not RecommendationState.MERGED,
    )


def originals(actor: Actor, recommendation: Recommendation) -> QuerySet[Recommendation]:
    """What the recommendation was merged from, as far as the actor may see it."""
    return recommendations(actor).filter(merged_into=recommendation).order_by("year", "number", "pk")


def behind(recommendation: Recommendation) -> QuerySet[Contribution]:
    """The contributions the recommendation was taken from. Ask for the right to see it before."""
    return recommendation.contributions.select_related("forum").order_by("pk")


def open_items(recommendation: Recommendation) -> QuerySet[AgendaItem]:
    """The items on agendas of sessions to come or running that will treat the recommendation."""
    return AgendaItem.objects.filter(
        recommendation=recommendation,
        state__in=(ItemState.PROPOSED, ItemState.ACCEPTED),
        session__state__in=(SessionState.PLANNED, SessionState.INVITED, SessionState.IN_SESSION),
    ).order_by("session__starts_at", "pk")
