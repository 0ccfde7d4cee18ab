"""Offers of the invented institutions, and the reminders that went out before some of them end."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.region import Region
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.network.api import (
    OfferEntry,
    commit_offers,
    enter_offer,
    plan_offers,
    read_offers,
    remind_of_ends,
)

ENTERED = -150
HEADS = ["Kennung beim Anbieter", "Titel", "Art des Angebots", "Thema", "Zielgruppen", "Kosten"]
COURSES = (
    (
        "V-101",
        "Rechnen für den Alltag",
        "Kurs oder Workshop",
        "Familie und Erziehung",
        "Erwachsene",
        "kostenfrei",
    ),
    (
        "V-102",
        "Sicher im Netz für Eltern",
        "Kurs oder Workshop",
        "Medien und Digitales",
        "Eltern und Familien",
        "kostenpflichtig",
    ),
    ("V-103", "Nähcafé", "Café", "Kultur und Kunst", "Erwachsene", "kostenfrei"),
    ("V-104", "Schreibwerkstatt", "Kurs oder Workshop", "Sprache und Lesen", "Erwachsene", "kostenfrei"),
)
_GROUPS = ("audiences", "access", "languages")
_OTHER = {"provider", "days", "starts", "hours", *_GROUPS}


def enter_offers(region: Region) -> None:
    """Entered by the clerk half a year ago; those that end soon got their reminder this morning."""
    for number, row in enumerate(read("offers")["offer"]):
        at = region.at(ENTERED, 10, number)
        provider = region.institutions[row["provider"]]
        enter_offer(actor=region.actor(CLERK, at), institution=provider, entry=_entry(region, row), now=at)
    _read_list(region, "vhs_herbst.csv", COURSES[:2], is_carried_out=True)
    _read_list(region, "vhs_fruehjahr.csv", COURSES, is_carried_out=False)
    remind_of_ends(now=region.now)


def _read_list(region: Region, name: str, rows: Sequence[Sequence[str]], *, is_carried_out: bool) -> None:
    """A list of the adult education centre; one row of the second names a kind that nobody knows."""
    at = region.at(-90 if is_carried_out else -3, 9)
    clerk, provider = region.actor(CLERK, at), region.institutions["adult_education"]
    lines = [(number, list(row)) for number, row in enumerate(rows, start=2)]
    run = read_offers(actor=clerk, heads=HEADS, rows=lines, encoding="", file_name=name, now=at)
    last = region.today + timedelta(days=200)
    run = plan_offers(actor=clerk, run=run, mapping=run.mapping, institution=provider, until=last, now=at)
    if is_carried_out:
        commit_offers(actor=clerk, run=run, now=at)


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
