"""What the home page shows of the directory: the doors of its three kinds of visitors and the municipalities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.network.api import Municipality, institution_kinds, institutions, municipalities

FAMILIES = ("daycare", "school", "counselling", "youth_work", "music_school", "library")
SCHOOLS = ("school", "school_supervision", "education_office", "learning_site")
NEWCOMERS = ("integration_centre", "adult_education", "counselling", "job_centre")


@dataclass(frozen=True)
class KindLine:
    key: str
    name: str
    count: int


@dataclass(frozen=True)
class Place:
    municipality: Municipality
    count: int


@dataclass(frozen=True)
class Directory:
    """The directory in numbers, as everybody may see it."""

    total: int
    places: Sequence[Place]
    families: Sequence[KindLine]
    schools: Sequence[KindLine]
    newcomers: Sequence[KindLine]


def directory() -> Directory:
    """Four queries, however large the directory is."""
    public = institutions(PUBLIC).order_by()
    by_kind = dict(public.values_list("kind").annotate(Count("pk")))
    plural = {kind.key: kind.shown_plural for kind in institution_kinds()}
    by_place = dict(public.values_list("municipality").annotate(Count("pk")))
    return Directory(
        total=sum(by_kind.values()),
        places=[Place(place, by_place[place.pk]) for place in municipalities() if place.pk in by_place],
        families=_lines(FAMILIES, by_kind, plural),
        schools=_lines(SCHOOLS, by_kind, plural),
        newcomers=_lines(NEWCOMERS, by_kind, plural),
    )


def _lines(keys: Sequence[str], by_kind: Mapping[str, int], plural: Mapping[str, str]) -> list[KindLine]:
    """The kinds in the order of the door; kinds without an institution are left out."""
    return [KindLine(key, plural[key], by_kind[key]) for key in keys if key in by_kind]
