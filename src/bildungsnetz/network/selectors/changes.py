"""What changed last in directory and offers, as everybody may see it."""

from datetime import date
from typing import Final

from django.db.models import QuerySet

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.network.models import Institution, Offer
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.offers import shown_offers

LATEST: Final = 50


def latest_institutions() -> QuerySet[Institution]:
    return institutions(PUBLIC).order_by("-changed_at", "-pk")[:LATEST]


def latest_offers(*, on: date) -> QuerySet[Offer]:
    return shown_offers(on=on).order_by("-changed_at", "-pk")[:LATEST]
