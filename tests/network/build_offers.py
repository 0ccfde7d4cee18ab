"""Offers for the tests, made through the services."""

from datetime import date
from typing import Any

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.network.domain.offers import OfferEntry
from bildungsnetz.network.models import Institution, Offer
from bildungsnetz.network.services.offers import enter_offer
from tests.network.build import NOW, an_institution


def an_offer_entry(title: str = "Trommeln für alle", **values: Any) -> OfferEntry:
    """A course of a music school that runs until the end of the year."""
    given: dict[str, Any] = {
        "kind": "course",
        "topic": "culture",
        "valid_until": date(2026, 12, 31),
        "audiences": frozenset({"pupils"}),
        "grade_from": 3,
        "grade_to": 6,
    }
    return OfferEntry(title=title, **{**given, **values})


def an_offer(
    title: str = "Trommeln für alle", institution: Institution | None = None, **values: Any
) -> Offer:
    whose = institution or Institution.objects.filter(name="Musikschule Haan").first() or an_institution()
    entry = an_offer_entry(title, **values)
    return enter_offer(actor=SYSTEM, institution=whose, entry=entry, now=NOW)
