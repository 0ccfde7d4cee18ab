"""Places somebody may mean by what was typed: cities, postal codes and addresses of the public directory.

Our own gazetteer: it knows only where institutions are, asks no service outside and learns nothing about visitors.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from django.db.models import Avg, Q, QuerySet

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
    return _cities(typed) or _postal_codes(typed) or _addresses(typed)


def _cities(typed: str) -> list[Spot]:
    """A city by its whole name; where nobody placed its label it lies in the middle of its institutions."""
    named = Municipality.objects.filter(Q(name__iexact=typed) | Q(name__istartswith=f"{typed} ("))
    found = []
    for city in named.order_by("name", "ags")[:MOST]:
        middle = _middle(_sites().filter(institution__municipality=city))
        placed = city.label_longitude is not None and city.label_latitude is not None
        point = Point(city.label_longitude or 0, city.label_latitude or 0) if placed else middle
        if point is not None:
            found.append(Spot(city.name, point))
    return found


def _postal_codes(typed: str) -> list[Spot]:
    """A postal code, alone or with the name of its place."""
    code = _POSTAL_CODE.match(typed)
    if code is None:
        return []
    sites = _sites().filter(postal_code=code[1])
    rest = typed[code.end() :].strip()
    if rest:
        sites = sites.filter(city__istartswith=rest)
    point = _middle(sites)
    city = sites.values_list("city", flat=True).first()
    return [Spot(f"{code[1]} {city}", point)] if point is not None else []


def _addresses(typed: str) -> list[Spot]:
    """A street, with or without house number, postal code and city."""
    code = _POSTAL_CODE.search(typed)
    sites = _sites().filter(postal_code=code[1]) if code else _sites()
    words = (typed[: code.start()] if code else typed).split()
    for kept in range(len(words), 0, -1):
        city = " ".join(words[kept:])
        near = sites.filter(city__istartswith=city) if city else sites
        if found := _in_street(" ".join(words[:kept]), near):
            return found
    return []


def _in_street(address: str, sites: QuerySet[Site]) -> list[Spot]:
    """The house, else the middle of the street, for each city that has this street."""
    numbered = _HOUSE_NUMBER.match(address)
    street = _plain(numbered["street"] if numbered else address)
    if len(street) < 3:
        return []
    house = numbered["number"].replace(" ", "").lower() if numbered else ""
    by_city: dict[str, list[Site]] = defaultdict(list)
    for site in sites.filter(street__istartswith=address[:3]):
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
    return Spot(f"{street}, {city}", Point(round(east, DIGITS), round(north, DIGITS)))


def _plain(street: str) -> str:
    """Street names as they are compared: "Dieker Straße" is "Dieker Str."."""
    return " ".join(_STREET.sub("str", street.lower()).split())


def _sites() -> QuerySet[Site]:
    shown = institutions(PUBLIC).order_by().values("pk")
    return Site.objects.filter(is_main=True, longitude__isnull=False, institution__in=shown).order_by("pk")


def _middle(sites: QuerySet[Site]) -> Point | None:
    found = sites.order_by().aggregate(east=Avg("longitude"), north=Avg("latitude"))
    if found["east"] is None:
        return None
    return Point(round(found["east"], DIGITS), round(found["north"], DIGITS))
