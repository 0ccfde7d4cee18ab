"""Lists of offers that were read in, and the offers they are compared with."""

import hashlib
import json
from collections.abc import Iterable
from typing import Final

from django.db.models import Count, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.network import policies
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.domain.offer_import import entry_as_json
from bildungsnetz.network.domain.offers import OfferEntry
from bildungsnetz.network.models import Institution, Offer, OfferImport, OfferImportRow
from bildungsnetz.network.selectors.offers import offer_entry_of

Key = tuple[int, str]
_CHUNK: Final = 500


def offer_imports(actor: Actor) -> QuerySet[OfferImport]:
    """All lists, newest first, for those who may enter offers."""
    if not policies.may_enter_offer(actor):
        return OfferImport.objects.none()
    return OfferImport.objects.select_related("institution").defer("table").order_by("-read_at", "-pk")


def offer_rows(run: OfferImport, kind: str = "") -> QuerySet[OfferImportRow]:
    """The lines of a plan, all or those of one kind. Ask for the right to see the run before."""
    rows = OfferImportRow.objects.filter(run=run).order_by("position")
    return rows.filter(kind=kind) if kind else rows


def offer_counts(run: OfferImport) -> dict[RowKind, int]:
    found = dict(offer_rows(run).order_by().values_list("kind").annotate(n=Count("pk")))
    return {kind: found.get(kind.value, 0) for kind in RowKind}


def present_offers(providers: Iterable[int]) -> dict[Key, OfferEntry]:
    """The offers of some institutions that a list can recognise, by provider and reference."""
    keys = sorted(set(providers))
    found: dict[Key, OfferEntry] = {}
    for start in range(0, len(keys), _CHUNK):
        chunk = Offer.objects.filter(institution__in=keys[start : start + _CHUNK]).exclude(reference="")
        found |= {
            (each.institution_id, each.reference): offer_entry_of(each) for each in chunk.order_by("pk")
        }
    return found


def hash_of_offers(present: dict[Key, OfferEntry]) -> str:
    """A fingerprint: equal exactly when all entries are."""
    plain = [[*key, entry_as_json(entry)] for key, entry in sorted(present.items())]
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def providers_by_name(names: Iterable[str]) -> dict[str, list[int]]:
    """The institutions that bear a name or school number, by what was written, without regard to capitals."""
    wanted = {name.casefold() for name in names if name}
    found: dict[str, list[int]] = {name: [] for name in wanted}
    rows = Institution.objects.order_by("pk").values_list("pk", "name", "official_number")
    for pk, name, number in rows:
        for written in {name.casefold(), (number or "").casefold()} & wanted:
            found[written].append(pk)
    return found
