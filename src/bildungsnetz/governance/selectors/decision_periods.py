"""The council terms of bodies, and whether a number names them."""

from django.db.models import Exists, OuterRef, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import CouncilTerm, Decision
from bildungsnetz.governance.selectors.bodies import bodies


def council_terms(actor: Actor) -> QuerySet[CouncilTerm]:
    """The terms of the bodies the actor may see, the youngest first, each with `is_used`."""
    counted = Decision.objects.filter(body=OuterRef("body"), period=OuterRef("label"))
    rows = CouncilTerm.objects.filter(body__in=bodies(actor).order_by()).select_related("body")
    return rows.annotate(is_used=Exists(counted)).order_by("-starts_on", "pk")
