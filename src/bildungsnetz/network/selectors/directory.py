"""Finding institutions: by text that may hold a typing error, by city, kind and school form."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Avg, CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat, StrIndex

from bildungsnetz.core.actor import PUBLIC, Actor
from bildungsnetz.core.search import find_keys
from bildungsnetz.network.models import Institution, MapOutline, Municipality, Site
from bildungsnetz.network.selectors.imports import current_outline
from bildungsnetz.network.selectors.institutions import institutions, with_main_site
from bildungsnetz.network.selectors.search import INSTITUTION

MOST_HITS: Final = 300
_SORTS: Final = {
    "name": ("name", "pk"),
    "-name": ("-name", "pk"),
    "ort": ("municipality__name", "name", "pk"),
    "-ort": ("-municipality__name", "name", "pk"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of institutions is asked for; empty values ask for everything."""

    text: str = ""
    municipality: int | None = None
    kind: str = ""
    school_form: str = ""
    status: str = ""
    sort: str = ""


def find_institutions(actor: Actor, wanted: Wanted) -> QuerySet[Institution]:
    """The institutions the actor may see that fit, best hits of a text first, each with `main_sites`.

    A text is looked up by the search of the house and gives at most MOST_HITS hits.
    """
    found = _narrowed(institutions(actor), wanted)
    if wanted.text.strip():
        ranked = find_keys(wanted.text, INSTITUTION, actor=actor)[:MOST_HITS]
        found = found.filter(pk__in=ranked)
        if wanted.sort not in _SORTS:
            return with_main_site(found.order_by(_place_in(ranked), "pk"))
    return with_main_site(found.order_by(*_SORTS.get(wanted.sort, _SORTS["name"])))


def places(found: QuerySet[Institution]) -> list[Site]:
    """The main sites with coordinates of the institutions found, for the map; institutions included."""
    keys = found.order_by().values("pk")
    sites = Site.objects.filter(is_main=True, longitude__isnull=False, institution__in=keys)
    return list(sites.select_related("institution__municipality").order_by("institution__name", "pk"))


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a city and where it stands on the map."""

    name: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What the map draws behind the hits: labels of the cities, and outlines when somebody uploaded them."""

    labels: list[Label]
    outline: MapOutline | None


def backdrop() -> Backdrop:
    """A city whose label has no place yet gets it in the middle of its institutions in the public directory."""
    shown = Q(institutions__in=institutions(PUBLIC), institutions__sites__is_main=True)
    rows = (
        Municipality.objects.annotate(
            longitude=Coalesce("label_longitude", Avg("institutions__sites__longitude", filter=shown)),
            latitude=Coalesce("label_latitude", Avg("institutions__sites__latitude", filter=shown)),
        )
        .filter(longitude__isnull=False)
        .order_by("name", "ags")
        .values_list("name", "longitude", "latitude")
    )
    return Backdrop([Label(*row) for row in rows], current_outline())


def _narrowed(found: QuerySet[Institution], wanted: Wanted) -> QuerySet[Institution]:
    conditions: dict[str, Any] = {
        "municipality": wanted.municipality,
        "kind": wanted.kind,
        "school_form": wanted.school_form,
        "status": wanted.status,
    }
    return found.filter(**{name: value for name, value in conditions.items() if value})


def _place_in(ranked: list[int]) -> StrIndex:
    """Where a key stands in the ranking: one look into a text, because a CASE of 300 branches takes longer to write."""
    written = Value(f",{','.join(map(str, ranked))},")
    comma = Value(",")
    return StrIndex(written, Concat(comma, Cast("pk", CharField()), comma))
