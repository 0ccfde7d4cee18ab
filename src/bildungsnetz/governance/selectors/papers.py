"""Papers as a person may see them: whoever may not read the item reads none of its papers."""

from collections.abc import Collection, Iterable

from django.db.models import Prefetch, Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, ItemNote, Paper, Session
from bildungsnetz.governance.policies.visibility import closed_body_ids, readable_body_ids
from bildungsnetz.governance.selectors.agenda import agenda_of, items_on_paper


def papers(actor: Actor) -> QuerySet[Paper]:
    """All papers the actor may know of, withdrawn ones included, in the order in which they came."""
    found = Paper.objects.select_related("file", "item__session__body").order_by("added_at", "pk")
    readable, closed = readable_body_ids(actor), closed_body_ids(actor)
    if readable is not None:
        found = found.filter(item__session__body__in=readable)
    if closed is not None:
        is_open = ~Q(visibility=Visibility.OFFICE) & ~Q(item__visibility=Visibility.OFFICE)
        found = found.filter(is_open | Q(item__session__body__in=closed))
    return found


def papers_to_take(actor: Actor, session: Session) -> dict[int, list[Paper]]:
    """The papers of a session that this person gets, by the key of their item."""
    return by_item(papers(actor).filter(item__session=session, withdrawn_at__isnull=True))


def what_to_take(actor: Actor, session: Session) -> tuple[list[AgendaItem], dict[int, list[Paper]]]:
    """The numbered items of a session with their papers, as this person gets them in a document."""
    items = [item for item in agenda_of(actor, session) if item.number]
    return items, papers_to_take(actor, session)


def shown_papers(actor: Actor) -> Prefetch[str]:
    """Items get the papers the actor may know of as the list `shown_papers`."""
    return Prefetch("papers", queryset=papers(actor), to_attr="shown_papers")


def shown_notes(actor: Actor) -> Prefetch[str]:
    """Items get the actor's own note as the list `own_notes`; never anybody else's."""
    return Prefetch("notes", queryset=notes(actor), to_attr="own_notes")


def notes(actor: Actor) -> QuerySet[ItemNote]:
    """The actor's own notes."""
    return ItemNote.objects.filter(author=actor.user_id, author__isnull=False).order_by("pk")


def papers_with(session: Session, levels: Collection[str]) -> QuerySet[Paper]:
    """The papers of a session that are handed out to somebody who may read these visibilities."""
    return (
        Paper.objects.filter(
            item__session=session,
            visibility__in=levels,
            item__visibility__in=levels,
            withdrawn_at__isnull=True,
        )
        .select_related("file")
        .order_by("added_at", "pk")
    )


def items_with_papers(session: Session, levels: Collection[str]) -> list[tuple[AgendaItem, list[Paper]]]:
    """The items of an invitation with the files that go along, for somebody who may read these visibilities."""
    papers = by_item(papers_with(session, levels))
    return [(item, papers.get(item.pk, [])) for item in items_on_paper(session, levels)]


def by_item(found: Iterable[Paper]) -> dict[int, list[Paper]]:
    """The papers by the key of their item."""
    grouped: dict[int, list[Paper]] = {}
    for paper in found:
        grouped.setdefault(paper.item_id, []).append(paper)
    return grouped
