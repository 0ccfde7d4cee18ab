"""The agenda as a person may read it."""

from collections.abc import Collection

from django.db.models import Prefetch, Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Decision, Recommendation, Session, agenda_order
from bildungsnetz.governance.policies.visibility import (
    closed_body_ids,
    may_read_visibility,
    readable_body_ids,
)
from bildungsnetz.governance.selectors.hearing import PREFETCH, hearing_of

ROOM = (Visibility.PUBLIC, Visibility.NETWORK, Visibility.BODY)


def agenda_of(actor: Actor, session: Session) -> list[AgendaItem]:
    """The items of a session the actor may read, in the order of the agenda, withdrawn ones last."""
    readable = [level for level in Visibility if may_read_visibility(actor, level, session.body.scope)]
    decisions = Prefetch("decisions", Decision.objects.select_related("circular"))
    found = list(items_with(session, readable).prefetch_related(decisions))
    for item in found:
        item.hearing = hearing_of(item)  # type: ignore[attr-defined] # what the cities said, for the pages
    return found


def items_with(session: Session, levels: Collection[str]) -> QuerySet[AgendaItem]:
    """The items of a session with one of these visibilities, in the order of the agenda."""
    return (
        session.items.filter(visibility__in=levels)
        .select_related("session__body", "submitted_by", "recommendation", "city_costs")
        .prefetch_related(*PREFETCH)
        .order_by(*agenda_order())
    )


def items_on_paper(session: Session, levels: Collection[str]) -> list[AgendaItem]:
    """The items an invitation lists for somebody who may read these visibilities."""
    return list(items_with(session, levels).exclude(state__in=[ItemState.PROPOSED, ItemState.WITHDRAWN]))


def items(actor: Actor) -> QuerySet[AgendaItem]:
    """All items the actor may read in all sessions, newest session first."""
    found = AgendaItem.objects.select_related("session__body", "submitted_by", "recommendation").order_by(
        "-session__starts_at", *agenda_order()
    )
    readable, closed = readable_body_ids(actor), closed_body_ids(actor)
    if readable is not None:
        found = found.filter(session__body__in=readable)
    if closed is not None:
        found = found.exclude(visibility=Visibility.OFFICE) | found.filter(session__body__in=closed)
    return found


def postponed_before(actor: Actor, session: Session) -> list[AgendaItem]:
    """What earlier sessions put off or, cancelled, never treated, and no agenda since has taken up (compared by title)."""
    unfinished = Q(state=ItemState.POSTPONED) | Q(
        state=ItemState.ACCEPTED, session__state=SessionState.CANCELLED, circular__isnull=True
    )
    earlier = items(actor).filter(unfinished, session__body=session.body, fixed="", urgent_order__isnull=True)
    rows = list(earlier.filter(session__starts_at__lt=session.starts_at))
    later = AgendaItem.objects.filter(session__body=session.body, title__in=[row.title for row in rows])
    taken = list(later.order_by("pk").values_list("title", "session__starts_at")) if rows else []
    return [
        row
        for row in rows
        if not any(title == row.title and begins > row.session.starts_at for title, begins in taken)
    ]


def recommendations_to_treat(actor: Actor) -> QuerySet[Recommendation]:
    """Recommendations that wait for an answer of a body, oldest first, for those who may see them."""
    waiting = Recommendation.objects.filter(state=RecommendationState.SUBMITTED).order_by("year", "number")
    return waiting if actor.can("governance.recommendation.read") else waiting.none()
