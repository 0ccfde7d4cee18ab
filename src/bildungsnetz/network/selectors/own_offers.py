"""The offers somebody keeps: all for the office, those of the own institutions for a steward."""

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.network import policies
from bildungsnetz.network.models import Institution, Offer
from bildungsnetz.network.selectors.keeping import own_institutions


def offers_to_keep(actor: Actor) -> QuerySet[Offer]:
    """Those that are over or not public too."""
    found = Offer.objects.select_related("institution__municipality").order_by("title", "pk")
    if policies.may_see_all_offers(actor):
        return found
    return found.filter(institution__in=own_institutions(actor).order_by().values("pk"))


def own_offers_of(actor: Actor, institution: Institution) -> QuerySet[Offer]:
    """Those of one institution that the actor keeps, the longest valid first."""
    return offers_to_keep(actor).filter(institution=institution).order_by("-valid_until", "title", "pk")
