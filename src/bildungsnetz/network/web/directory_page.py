"""What somebody asks of the directory: the filters, and near which place."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page
from django.db.models import QuerySet

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.models import Institution
from bildungsnetz.network.selectors import directory as found
from bildungsnetz.network.selectors.gazetteer import Spot, spots_called
from bildungsnetz.network.selectors.kinds import kinds_in
from bildungsnetz.network.selectors.nearby import Far, find_nearby, with_distances
from bildungsnetz.network.web.forms.filters import NearFilter


@dataclass(frozen=True)
class Asked:
    """One question to the directory. Of several places by the typed name the first is meant, the others are offered."""

    request: Request
    form: NearFilter
    spots: list[Spot]

    @property
    def here(self) -> Spot | None:
        return self.spots[0] if self.spots else None

    @cached_property
    def pairs(self) -> list[Far]:
        """What lies near the place, the nearest first; empty without a place."""
        if self.here is None:
            return []
        return find_nearby(PUBLIC, self.form.wanted(""), self.here.point, self.form.kilometres)

    @property
    def hits(self) -> QuerySet[Institution]:
        """All hits; without distances."""
        sort = self.request.GET.get("sortierung", "")
        hits = found.find_institutions(PUBLIC, self.form.wanted(sort))
        return hits.filter(pk__in=[pk for pk, _km in self.pairs]) if self.here else hits

    def page(self) -> Page[Institution]:
        """The hits of this page; near a place each with `km`."""
        if self.here is None:
            return page_of(self.request, self.hits)
        page = page_of(self.request, self.pairs)
        page.object_list = with_distances(PUBLIC, list(page.object_list))
        return page


def asked(request: Request) -> Asked:
    """Read the question out of the address."""
    form = NearFilter(request.GET, kinds=kinds_in(PUBLIC))
    return Asked(request, form, spots_called(form.place))
