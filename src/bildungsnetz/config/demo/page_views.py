"""Looks at a few public pages in the last months, as their providers see them: invented."""

from datetime import timedelta

from bildungsnetz.config.demo.accounts import PARTNER
from bildungsnetz.config.demo.region import Region
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.network.api import Institution, Offer, count_view, offers_of

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0"
BY_MONTH = (6, 9, 0, 3, 11)


def count_looks(region: Region) -> None:
    """At an institution that keeps its own entry, and at the offers of the library."""
    person = region.people[PARTNER]
    library = region.institutions["library"]
    _look_at(region, person.functions.get().institution)
    for offer in offers_of(library, on=region.today)[:2]:
        _look_at(region, offer)


def _look_at(region: Region, shown: Offer | Institution) -> None:
    for months, times in enumerate(BY_MONTH):
        at = region.now - timedelta(days=30 * months)
        for _each in range(times):
            count_view(actor=PUBLIC, shown=shown, user_agent=BROWSER, now=at)
