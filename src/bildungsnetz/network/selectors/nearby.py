"""Institutions near a point: which, how far, nearest first."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bildungsnetz.core.actor import Actor
from bildungsnetz.network.domain.coordinates import Point
from bildungsnetz.network.domain.distance import box_around, kilometres
from bildungsnetz.network.models import Institution, Site
from bildungsnetz.network.selectors.directory import Wanted, find_institutions
from bildungsnetz.network.selectors.institutions import institutions, with_main_site

Far = tuple[int, float]


def find_nearby(actor: Actor, wanted: Wanted, here: Point, km: float) -> list[Far]:
    """Key and kilometres of each institution the actor may see that fits and lies near, the nearest first."""
    longitudes, latitudes = box_around(here, km)
    fitting = find_institutions(actor, replace(wanted, sort="name")).order_by().values("pk")
    rows = list(
        Site.objects.filter(
            is_main=True, longitude__range=longitudes, latitude__range=latitudes, institution__in=fitting
        )
        .order_by("institution__name", "pk")
        .values_list("institution", "longitude", "latitude")
    )
    if not rows:
        return []
    far = kilometres(here, np.array([row[1] for row in rows]), np.array([row[2] for row in rows]))
    pairs = [
        (row[0], round(float(km_away), 1)) for row, km_away in zip(rows, far, strict=True) if km_away <= km
    ]
    return sorted(pairs, key=lambda pair: pair[1])


def with_distances(actor: Actor, pairs: Sequence[Far]) -> list[Institution]:
    """The institutions of a part of that list in its order, each with `km` and `main_sites`."""
    wanted = [pk for pk, _km in pairs]
    found = {each.pk: each for each in with_main_site(institutions(actor).filter(pk__in=wanted))}
    return [_with_km(found[pk], km) for pk, km in pairs if pk in found]


def _with_km(institution: Institution, km: float) -> Institution:
    institution.km = km  # type: ignore[attr-defined]
    return institution
