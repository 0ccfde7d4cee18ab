"""Where things stand in the demo region: real cities, invented streets."""

from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from random import Random
from typing import Any

from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.region import FOUNDED, Region
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.network.api import Municipality, Point, enter_municipality

REACH = 0.009  # degrees of latitude, about one kilometre around the middle of a city
WIDER = 1.6  # a degree of longitude is that much shorter here


@dataclass(frozen=True)
class City:
    """One of the ten cities, with the number of its schools by school form."""

    ags: str
    name: str
    point: tuple[float, float]
    postal_codes: tuple[str, ...]
    schools: dict[str, int]


@dataclass(frozen=True)
class Address:
    street: str
    postal_code: str
    city: str
    longitude: float
    latitude: float


def cities() -> list[City]:
    """The ten cities of the Kreis."""
    return [_city(row) for row in read("places")["city"]]


def streets() -> list[str]:
    """Invented names of streets."""
    return list(read("places")["streets"])


def enter_cities(region: Region) -> dict[str, Municipality]:
    """The municipalities by name, with the place of their label."""
    at = region.at(FOUNDED, 9)
    return {
        city.name: enter_municipality(
            actor=SYSTEM, ags=city.ags, name=city.name, label=Point(*city.point), now=at
        )
        for city in cities()
    }


def address_in(city: City, names: list[str], chance: Random) -> Address:
    """An invented address, its point spread evenly around the middle of the city."""
    angle, distance = chance.uniform(0, 2 * pi), REACH * sqrt(chance.random())
    return Address(
        street=f"{chance.choice(names)} {chance.randint(1, 89)}",
        postal_code=chance.choice(city.postal_codes),
        city=city.name,
        longitude=round(city.point[0] + WIDER * distance * cos(angle), 6),
        latitude=round(city.point[1] + distance * sin(angle), 6),
    )


def phone(chance: Random) -> str:
    """A number of the range that the Bundesnetzagentur keeps free for films and books."""
    return f"0221 4710 {chance.randint(0, 999):03d}"


def _city(row: dict[str, Any]) -> City:
    return City(
        ags=row["ags"],
        name=row["name"],
        point=(row["point"][0], row["point"][1]),
        postal_codes=tuple(row["postal_codes"]),
        schools=dict(row["schools"]),
    )
