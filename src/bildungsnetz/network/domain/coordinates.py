"""Coordinates of the official lists (ETRS89 / UTM zone 32N, metres) as longitude and latitude (WGS 84)."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from django.utils.translation import gettext as _
from pyproj import Transformer

# The box of North Rhine-Westphalia in metres, with some kilometres of margin: outside of it a value is an error.
EASTINGS: Final = (278_000, 535_000)
NORTHINGS: Final = (5_575_000, 5_822_000)
# The same box in degrees, for coordinates entered by hand.
LONGITUDES: Final = (5.7, 9.6)
LATITUDES: Final = (50.2, 52.6)
DIGITS: Final = 6  # about 10 cm


class CoordinateFault(ValueError):
    """A pair of coordinates cannot be right; the message is a German sentence."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth in degrees (WGS 84)."""

    longitude: float
    latitude: float


@cache
def _to_wgs84() -> Transformer:
    return Transformer.from_crs("EPSG:25832", "EPSG:4326", always_xy=True)


def from_utm(easting: str, northing: str) -> Point | None:
    """Convert a pair of texts in metres. None when both are empty; CoordinateFault when wrong."""
    if not easting.strip() and not northing.strip():
        return None
    east, north = _metres(easting), _metres(northing)
    if not EASTINGS[0] <= east <= EASTINGS[1] or not NORTHINGS[0] <= north <= NORTHINGS[1]:
        raise CoordinateFault(
            _("Die Koordinaten %(east)s / %(north)s liegen nicht in Nordrhein-Westfalen.")
            % {"east": easting.strip(), "north": northing.strip()}
        )
    longitude, latitude = _to_wgs84().transform(east, north)
    return Point(round(longitude, DIGITS), round(latitude, DIGITS))


def check_degrees(longitude: float, latitude: float) -> Point:
    """Accept a pair of degrees inside the box of North Rhine-Westphalia, else CoordinateFault."""
    inside = LONGITUDES[0] <= longitude <= LONGITUDES[1] and LATITUDES[0] <= latitude <= LATITUDES[1]
    if not inside:
        raise CoordinateFault(
            _(
                "Die Koordinaten liegen nicht in Nordrhein-Westfalen. Prüfen Sie, ob Länge und Breite vertauscht sind."
            )
        )
    return Point(round(longitude, DIGITS), round(latitude, DIGITS))


def _metres(text: str) -> float:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        raise CoordinateFault(
            _("Die Koordinate „%(text)s“ ist keine Zahl in Metern.") % {"text": text.strip()}
        ) from None
