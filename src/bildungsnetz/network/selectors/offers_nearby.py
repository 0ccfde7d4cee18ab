"""How far the providers of offers are from a place. The place stays in the address; nobody outside is asked."""

from django.db.models import Case, FloatField, QuerySet, Value, When

from bildungsnetz.core.actor import Actor
from bildungsnetz.network.models import Offer
from bildungsnetz.network.selectors.directory import Wanted
from bildungsnetz.network.selectors.gazetteer import spots_called
from bildungsnetz.network.selectors.nearby import find_nearby


def with_km(actor: Actor, found: QuerySet[Offer], near: str, km: float) -> QuerySet[Offer]:
    """Each with `km`: how far its provider is, None when nobody asks. With a place only those within `km` kilometres.

    A place that the register does not know finds nothing.
    """
    if not near.strip():
        return found.annotate(km=Value(None, output_field=FloatField()))
    spots = spots_called(near)
    pairs = find_nearby(actor, Wanted(), spots[0].point, km) if spots else []
    whens = [When(institution=pk, then=Value(away)) for pk, away in pairs]
    nearby = found.filter(institution__in=[pk for pk, _away in pairs])
    return nearby.annotate(km=Case(*whens, default=Value(None), output_field=FloatField()))
