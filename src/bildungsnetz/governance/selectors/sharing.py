"""The summary of a session as its author and as its readers see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.sharing import SHAREABLE
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Session, SharedSummary
from bildungsnetz.governance.selectors.publication import PublicItem, levels_of, public_items


@dataclass(frozen=True)
class Point:
    """One item that may be passed on, with what the author made of it."""

    entry: PublicItem
    is_included: bool = True
    remark: str = ""


@dataclass(frozen=True)
class Shared:
    """A summary as somebody may read it."""

    session: Session
    introduction: str
    points: Sequence[Point]
    is_after: bool


def own_summaries(actor: Actor) -> QuerySet[SharedSummary]:
    return (
        SharedSummary.objects.filter(author=actor.user_id)
        .select_related("session__body", "author")
        .order_by("pk")
    )


def own_summary(actor: Actor, session: Session) -> SharedSummary | None:
    return own_summaries(actor).filter(session=session).first() if actor.user_id is not None else None


def points_of(summary: SharedSummary | None, session: Session, levels: Sequence[Visibility]) -> list[Point]:
    """All items with these visibilities; what the author has not judged yet is passed on."""
    said = {point.item_id: point for point in summary.points.order_by("pk")} if summary else {}
    return [
        Point(entry, said[entry.item.pk].is_included, said[entry.item.pk].remark)
        if entry.item.pk in said
        else Point(entry)
        for entry in public_items(session, levels)
    ]


def shared(
    summary: SharedSummary | None, session: Session, levels: Sequence[Visibility] = SHAREABLE
) -> Shared:
    """What is passed on: the chosen points, always as the items may be read at this moment."""
    points = [point for point in points_of(summary, session, levels) if point.is_included]
    is_after = session.state not in {SessionState.PLANNED, SessionState.INVITED, SessionState.IN_SESSION}
    return Shared(session, summary.introduction if summary else "", points, is_after)


def summary_by_hash(token_hash: str, *, now: datetime) -> SharedSummary | None:
    """The summary behind a link that still works, of an account that still works."""
    return (
        SharedSummary.objects.filter(
            token_hash=token_hash, link_until__gte=day_of(now), author__is_active=True
        )
        .exclude(token_hash="")
        .select_related("session__body", "author")
        .first()
    )


def shared_by_link(summary: SharedSummary, reader: Actor) -> Shared:
    """What the reader of a link sees: items once the session is published, with account also those for the network."""
    levels = levels_of(reader) if summary.session.published_at is not None else ()
    return shared(summary, summary.session, levels)
