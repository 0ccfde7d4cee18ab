"""The public pages of network for the sitemap."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import sitemap
from bildungsnetz.core.registers.sitemap import PublicPage
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.offers import shown_offers


def register() -> None:
    sitemap.register(_pages)


def _pages(now: datetime) -> Iterator[PublicPage]:
    yield PublicPage(reverse("network:directory"))
    yield PublicPage(reverse("network:public-offers"))
    rows = (
        ("network:public-institution", institutions(PUBLIC)),
        ("network:public-offer", shown_offers(on=day_of(now))),
    )
    for route, found in rows:
        for pk, changed_at in found.order_by("pk").values_list("pk", "changed_at"):
            yield PublicPage(reverse(route, args=[pk]), changed_at)
