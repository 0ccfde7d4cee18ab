"""Places somebody may mean by what was typed: cities, postal codes and addresses of the public directory.

Our own gazetteer: it knows only where institutions are, asks no service outside and learns nothing about visitors.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from math import cos, radians
from typing import Any, Final

from django.db.models import Avg, Min, Q, QuerySet
from django.db.models.functions import Coalesce, Cos, Radians, Sin

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.network.domain.coordinates import DIGITS, Point
from bildungsnetz.network.models import Municipality, Site
from bildungsnetz.network.selectors.institutions import institutions

MOST: Final = 8
_POSTAL_CODE = re.compile(r"\b(\d{5})\b")
_HOUSE_NUMBER = re.compile(r"^(?P<street>.*?\D)\s*(?P<number>\d+\s*[a-zA-Z]?)$")
_STREET = re.compile(r"stra(?:ß|ss)e\b|str\.?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its name: "Haan", "42781 Haan", "Dieker Str. 69, Haan"."""

    label: str
    point: Point


def spots_called(text: str) -> list[Spot]:
    """The places that may be meant, the best first; one when it is certain, none when nothing is known by this name."""
    typed = " ".join(text.replace(",", " ").split())
    if not typed:
        return []
    if _POSTAL_CODE.match(typed):
        return _postal_codes(typed) or _addresses(typed)
    return _cities(typed) or _addresses(typed)


def half_angle(here: Point) -> Any:
    """The square of the sine of half the angle between a site and here, for the database (haversine, domain.distance)."""
    north = Sin((Radians("latitude") - radians(here.latitude)) / 2.0)
    east = Sin((Radians("longitude") - radians(here.longitude)) / 2.0)
    return north * north + cos(radians(here.latitude)) * Cos(Radians("latitude")) * east * east


def _cities(typed: str) -> list[Spot]:
    """A city by its whole name; where nobody placed its label it lies in the middle of its institutions."""
    named = Municipality.objects.filter(Q(name__iexact=typed) | Q(name__istartswith=f"{typed} ("))
    shown = Q(institutions__in=institutions(PUBLIC), institutions__sites__is_main=True)
    placed = named.annotate(
        east=Coalesce("label_longitude", Avg("institutions__sites__longitude", filter=shown)),
        north=Coalesce("label_latitude", Avg("institutions__sites__latitude", filter=shown)),
    ).filter(east__isnull=False, north__isnull=False)
    rows = placed.order_by("name", "ags").values_list("name", "east", "north")[:MOST]
    return [Spot(name, _point(east, north)) for name, east, north in rows]


def _postal_codes(typed: str) -> list[Spot]:
    """A postal code, alone or with the name of its place."""
    code, rest = typed[:5], typed[5:].strip()
    sites = _sites().filter(postal_code=code, city__istartswith=rest).order_by()
    found = sites.aggregate(east=Avg("longitude"), north=Avg("latitude"), city=Min("city"))
    return [Spot(f"{code} {found['city']}", _point(found["east"], found["north"]))] if found["city"] else []


def _addresses(typed: str) -> list[Spot]:
    """A street, with or without house number, postal code and city."""
    code = _POSTAL_CODE.search(typed)
    street = typed[: code.start()].strip() if code else typed
    if len(street) < 3:
        return []
    sites = _sites().filter(street__istartswith=street[:3])
    alike = list(sites.filter(postal_code=code[1]) if code else sites)
    words = street.split()
    for kept in range(len(words), 0, -1):
        city = " ".join(words[kept:]).lower()
        near = [site for site in alike if site.city.lower().startswith(city)]
        if found := _in_street(" ".join(words[:kept]), near):
            return found
    return []


def _in_street(address: str, sites: list[Site]) -> list[Spot]:
    """The house, else the middle of the street, for each city that has this street."""
    numbered = _HOUSE_NUMBER.match(address)
    street = _plain(numbered["street"] if numbered else address)
    if len(street) < 3:
        return []
    house = numbered["number"].replace(" ", "").lower() if numbered else ""
    by_city: dict[str, list[Site]] = defaultdict(list)
    for site in sites:
        own = _HOUSE_NUMBER.match(site.street)
        if _plain(own["street"] if own else site.street) == street:
            by_city[site.city].append(site)
    return [_spot(house, city, those) for city, those in sorted(by_city.items())][:MOST]


def _spot(house: str, city: str, sites: list[Site]) -> Spot:
    for site in sites:
        own = _HOUSE_NUMBER.match(site.street)
        if house and own and own["number"].replace(" ", "").lower() == house:
            return Spot(f"{site.street}, {city}", Point(site.longitude or 0, site.latitude or 0))
    east = sum(site.longitude or 0 for site in sites) / len(sites)
    north = sum(site.latitude or 0 for site in sites) / len(sites)
    own = _HOUSE_NUMBER.match(sites[0].street)
    street = own["street"].strip() if own else sites[0].street
    return Spot(f"{street}, {city}", _point(east, north))


def _plain(street: str) -> str:
    """Street names as they are compared: "Dieker Straße" is "Dieker Str."."""
    return " ".join(_STREET.sub("str", street.lower()).split())


def _sites() -> QuerySet[Site]:
    shown = institutions(PUBLIC).order_by().values("pk")
    return Site.objects.filter(is_main=True, longitude__isnull=False, institution__in=shown).order_by("pk")


def _point(east: float, north: float) -> Point:
    return Point(round(east, DIGITS), round(north, DIGITS))
