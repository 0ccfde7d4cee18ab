"""Papers stay within the visibility of their item."""

from bildungsnetz.governance.domain.visibility import Visibility, openness, paper_levels
from bildungsnetz.governance.models import AgendaItem


def narrow_papers(item: AgendaItem) -> None:
    """Close the papers of an item as far as the item is about to be closed; part of changing it."""
    allowed = paper_levels(item.visibility)
    item.papers.exclude(visibility__in=allowed).update(visibility=max(allowed, key=openness))


def is_wider(visibility: Visibility | str, item: AgendaItem) -> bool:
    """Whether the visibility opens more than the item does."""
    return openness(visibility) > openness(item.visibility)
