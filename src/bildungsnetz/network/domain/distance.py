"""Distances as the crow flies (haversine on the mean earth radius): good to about 0.5 % in North Rhine-Westphalia."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bildungsnetz.network.domain.coordinates import Point

EARTH_KM: Final = 6371.0088  # mean radius R1 of GRS 80
KM_PER_DEGREE: Final = 111.195

Floats = NDArray[np.float64]


def kilometres(here: Point, longitudes: Floats, latitudes: Floats) -> Floats:
    """How far each place is from here."""
    east, north = np.radians(longitudes - here.longitude), np.radians(latitudes - here.latitude)
    scale = np.cos(np.radians(here.latitude)) * np.cos(np.radians(latitudes))
    half = np.sin(north / 2) ** 2 + scale * np.sin(east / 2) ** 2
    result: Floats = 2 * EARTH_KM * np.arcsin(np.sqrt(half))
    return result


def between(one: Point, other: Point) -> float:
    """Kilometres between two points."""
    east, north = radians(other.longitude - one.longitude), radians(other.latitude - one.latitude)
    scale = cos(radians(one.latitude)) * cos(radians(other.latitude))
    return 2 * EARTH_KM * asin(sqrt(sin(north / 2) ** 2 + scale * sin(east / 2) ** 2))


def box_around(here: Point, km: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Longitudes and latitudes between which everything within `km` lies; a question a database can use an index for."""
    north = km / KM_PER_DEGREE
    east = north / cos(radians(abs(here.latitude) + north))
    return (
        (here.longitude - east, here.longitude + east),
        (here.latitude - north, here.latitude + north),
    )
