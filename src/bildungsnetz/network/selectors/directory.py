"""Finding institutions: by text that may hold a typing error, by city, kind and school form."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Avg, Case, IntegerField, QuerySet, Value, When
from django.db.models.functions import Coalesce
from rapidfuzz import fuzz

from bildungsnetz.core.actor import Actor
from bildungsnetz.network.domain.kinds import KIND_BY_KEY
from bildungsnetz.network.domain.school_keys import SCHOOL_FORMS
from bildungsnetz.network.models import Institution, MapOutline, Municipality, Site
from bildungsnetz.network.selectors.imports import current_outline
from bildungsnetz.network.selectors.institutions import institutions, with_main_site

MOST_HITS: Final = 300
_ALIKE: Final = 80  # per cent: one wrong letter in five
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

    A text gives at most MOST_HITS hits.
    """
    found = _narrowed(institutions(actor), wanted)
    if wanted.text.strip():
        ranked = _ranked(found, wanted.text)
        found = found.filter(pk__in=ranked)
        if wanted.sort not in _SORTS:
            return with_main_site(found.order_by(_place_in(ranked), "pk"))
    return with_main_site(found.order_by(*_SORTS.get(wanted.sort, _SORTS["name"])))


def kinds_in(actor: Actor) -> list[str]:
    """The keys of the kinds that the actor's list has, in the order of the taxonomy."""
    present = set(institutions(actor).order_by().values_list("kind", flat=True).distinct())
    return [key for key in KIND_BY_KEY if key in present]


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
    """A city whose label has no place yet gets it in the middle of its institutions."""
    rows = (
        Municipality.objects.annotate(
            longitude=Coalesce("label_longitude", Avg("institutions__sites__longitude")),
            latitude=Coalesce("label_latitude", Avg("institutions__sites__latitude")),
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


def _ranked(found: QuerySet[Institution], text: str) -> list[int]:
    """The keys of the hits, best first: every word of the text must be like some word of the institution."""
    words = text.casefold().split()
    rows = found.order_by("name", "pk").values_list(
        "pk", "name", "short_name", "school_form", "kind", "municipality__name", "official_number"
    )
    scored = [(_score(words, _words_of(row[1:])), row[0]) for row in rows]
    hits = sorted((pair for pair in scored if pair[0] >= _ALIKE), key=lambda pair: -pair[0])
    return [pk for _, pk in hits[:MOST_HITS]]


def _words_of(row: tuple[Any, ...]) -> list[str]:
    name, short_name, school_form, kind, municipality, number = row
    what = SCHOOL_FORMS.get(school_form) or KIND_BY_KEY[kind].name
    return f"{name} {short_name} {what} {municipality} {number or ''}".casefold().split()


def _score(words: list[str], there: list[str]) -> float:
    """The likeness of the worst word, in per cent; a word inside another one counts as 95."""
    return min((max(_likeness(word, other) for other in there) for word in words), default=0)


def _likeness(word: str, other: str) -> float:
    if word == other:
        return 100
    return 95 if len(word) > 2 and word in other else fuzz.ratio(word, other)


def _place_in(ranked: list[int]) -> Case:
    whens = [When(pk=pk, then=Value(place)) for place, pk in enumerate(ranked)]
    return Case(*whens, default=Value(len(ranked)), output_field=IntegerField())
