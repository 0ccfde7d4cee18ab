"""Writing offers of a list, many at once; for use inside the transaction of an import."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bildungsnetz.core import search
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.domain.offer_import import entry_from_json
from bildungsnetz.network.models import Offer, OfferImportRow
from bildungsnetz.network.selectors.offers import GROUPS, OFFER, PLAIN
from bildungsnetz.network.services.offers import fill

_BATCH = 200


def write_offers(*, rows: Sequence[OfferImportRow], now: datetime) -> tuple[int, int]:
    """Create and update the offers of new and changed rows; gives how many of each. The visibility of known ones stays."""
    providers = {row.provider_id for row in rows}
    known = {
        (offer.institution_id, offer.reference): offer
        for offer in Offer.objects.filter(institution__in=providers).exclude(reference="").order_by("pk")
    }
    created: list[Offer] = []
    updated: list[Offer] = []
    for row in rows:
        entry = entry_from_json(row.entry or {})
        if row.kind == RowKind.NEW:
            offer = Offer(institution_id=row.provider_id or 0, entered_at=now, changed_at=now)
            fill(offer, entry)
            created.append(offer)
            continue
        offer = known[row.provider_id or 0, row.reference]
        if offer.valid_until != entry.valid_until:
            offer.reminded = None
        fill(offer, replace(entry, is_public=offer.is_public))
        offer.changed_at, offer.version = now, offer.version + 1
        updated.append(offer)
    Offer.objects.bulk_create(created, batch_size=_BATCH)
    fields = [*PLAIN, *GROUPS, "changed_at", "version", "reminded"]
    Offer.objects.bulk_update(updated, fields, batch_size=_BATCH)
    search.index(OFFER, [offer.pk for offer in (*created, *updated)])
    return len(created), len(updated)
