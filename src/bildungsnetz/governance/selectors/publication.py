"""What the public part of a session shows: only sessions that were published, only items and papers that are open."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.decision_kinds import DecisionState
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Decision, Paper, Session
from bildungsnetz.governance.selectors.agenda import items_on_paper
from bildungsnetz.governance.selectors.papers import by_item, papers_with

EVERYBODY = (Visibility.PUBLIC,)
_SETTLED = (SessionState.MINUTES_APPROVED, SessionState.ARCHIVED)


@dataclass(frozen=True)
class PublicItem:
    """An open item with what belongs to it; the decision is told once the minutes are approved."""

    item: AgendaItem
    papers: Sequence[Paper]
    decision: Decision | None = None


@dataclass(frozen=True)
class Preview:
    """What would be public now, and what would not."""

    shown: Sequence[PublicItem]
    hidden: Sequence[PublicItem]


def levels_of(actor: Actor) -> tuple[Visibility, ...]:
    """What the public pages show: to those who signed in also what the whole network may read."""
    return EVERYBODY if actor.is_anonymous else (Visibility.PUBLIC, Visibility.NETWORK)


def published_sessions() -> QuerySet[Session]:
    """All published sessions, the newest first."""
    return (
        Session.objects.filter(published_at__isnull=False)
        .select_related("body")
        .order_by("-starts_at", "-pk")
    )


def public_items(session: Session, levels: Sequence[Visibility]) -> list[PublicItem]:
    """The items of a session with one of these visibilities, with papers and, once settled, the decision."""
    papers = by_item(papers_with(session, levels))
    items = [item for item in items_on_paper(session, levels) if not item.fixed]
    decisions = _decisions(items) if session.state in _SETTLED else {}
    return [PublicItem(item, papers.get(item.pk, ()), decisions.get(item.pk)) for item in items]


def published_papers(actor: Actor) -> QuerySet[Paper]:
    """The files that the public pages hand out to this person."""
    levels = levels_of(actor)
    return (
        Paper.objects.filter(
            item__session__published_at__isnull=False,
            visibility__in=levels,
            item__visibility__in=levels,
            withdrawn_at__isnull=True,
        )
        .exclude(item__state__in=[ItemState.PROPOSED, ItemState.WITHDRAWN])
        .select_related("file")
        .order_by("pk")
    )


def preview(actor_levels: Sequence[Visibility], session: Session) -> Preview:
    """The public part beside the rest, as far as somebody with these visibilities may know of it."""
    shown = public_items(session, EVERYBODY)
    open_papers = {paper.pk for entry in shown for paper in entry.papers}
    all_papers = by_item(paper for paper in papers_with(session, actor_levels) if paper.pk not in open_papers)
    rest = [item for item in items_on_paper(session, actor_levels) if not item.fixed]
    hidden = [
        PublicItem(item, all_papers.get(item.pk, ()))
        for item in rest
        if item.visibility != Visibility.PUBLIC or item.pk in all_papers
    ]
    return Preview(shown, hidden)


def _decisions(items: Sequence[AgendaItem]) -> dict[int, Decision]:
    rows = Decision.objects.filter(item__in=items, state=DecisionState.RECORDED).order_by("pk")
    return {decision.item_id: decision for decision in rows}
