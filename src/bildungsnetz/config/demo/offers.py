"""Offers of the invented institutions, and the reminders that went out before some of them end."""

from datetime import datetime, time, timedelta
from typing import Any

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.region import Region
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.network.api import OfferEntry, enter_offer, remind_of_ends

ENTERED = -150
_GROUPS = ("audiences", "access", "languages")
_OTHER = {"provider", "days", "starts", "hours", *_GROUPS}


def enter_offers(region: Region) -> None:
    """Entered by the clerk half a year ago; those that end soon got their reminder this morning."""
    for number, row in enumerate(read("offers")["offer"]):
        at = region.at(ENTERED, 10, number)
        provider = region.institutions[row["provider"]]
        enter_offer(actor=region.actor(CLERK, at), institution=provider, entry=_entry(region, row), now=at)
    remind_of_ends(now=region.now)


def _entry(region: Region, row: dict[str, Any]) -> OfferEntry:
    begins = _moment(region, row)
    plain = {name: value for name, value in row.items() if name not in _OTHER}
    if not row.get("is_public", True):
        readers = region.who_may("network.offer.see")
        plain["description"] = region.canary.mark(row["description"], "network.Offer.description", readers)
    plain |= {name: frozenset(row[name]) for name in _GROUPS if name in row}
    return OfferEntry(
        **plain,
        reference=f"D-{row['title'][:4].strip().upper()}",
        starts_at=begins,
        ends_at=begins + timedelta(hours=row["hours"]) if begins else None,
        valid_until=region.today + timedelta(days=row["days"]),
    )


def _moment(region: Region, row: dict[str, Any]) -> datetime | None:
    if "starts" not in row:
        return None
    return datetime.combine(region.today + timedelta(days=row["starts"]), time(14), BERLIN)
