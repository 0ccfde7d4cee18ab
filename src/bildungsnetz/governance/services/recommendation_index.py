"""What the search knows of a recommendation: one entry for those who work with it, one for the public."""

from collections.abc import Iterable

from bildungsnetz.core.search import index
from bildungsnetz.governance.selectors.search_bodies import RECOMMENDATION
from bildungsnetz.governance.selectors.search_public import PUBLISHED


def index_recommendations(pks: Iterable[int]) -> None:
    """Bring both entries up to date; call it after the writes of an act."""
    wanted = list(pks)
    index(RECOMMENDATION, wanted)
    index(PUBLISHED, wanted)
