"""Outlines of municipalities for the map: which areas are accepted and where their label goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from shapely import get_coordinates, is_valid_reason
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from bildungsnetz.network.domain.coordinates import DIGITS, LATITUDES, LONGITUDES, Point
from bildungsnetz.network.domain.keys import KeyFault, municipality_key
from bildungsnetz.network.domain.rings import RingFault, check_rings, german_reason, turned

_KEYS: Final = ("AGS", "ags", "AGS_0", "schluessel")
_NAMES: Final = ("GEN", "name", "NAME", "gen")
_AREAS: Final = ("Polygon", "MultiPolygon")


class OutlineFault(ValueError):
    """The outlines cannot be used; the message is a German sentence."""


@dataclass(frozen=True, slots=True)
class Area:
    """One municipality: its key, its name, its geometry as GeoJSON, a point inside for the label."""

    ags: str
    name: str
    geometry: Mapping[str, Any]
    label: Point


def read_areas(collection: Any) -> tuple[Area, ...]:
    """Check a GeoJSON FeatureCollection (RFC 7946: WGS 84) of municipalities. Raises OutlineFault at the first fault."""
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or not features:
        raise OutlineFault(_("Die Datei ist keine GeoJSON-FeatureCollection mit Flächen."))
    areas = tuple(_area(number, feature) for number, feature in enumerate(features, start=1))
    keys = [area.ags for area in areas]
    doubled = sorted({key for key in keys if keys.count(key) > 1})
    if doubled:
        raise OutlineFault(_("Der Gemeindeschlüssel %(key)s kommt mehrfach vor.") % {"key": doubled[0]})
    return areas


def as_geojson(areas: tuple[Area, ...]) -> dict[str, Any]:
    """The areas as a FeatureCollection with key and name only."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"ags": area.ags, "name": area.name},
                "geometry": area.geometry,
            }
            for area in areas
        ],
    }


def _area(number: int, feature: Any) -> Area:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    properties = properties if isinstance(properties, dict) else {}
    name = str(next((properties[key] for key in _NAMES if properties.get(key)), ""))
    which = _("Fläche %(number)s (%(name)s)") % {"number": number, "name": name or _("ohne Namen")}
    given = next((properties[key] for key in _KEYS if properties.get(key)), "")
    try:
        ags = municipality_key(str(given))
    except KeyFault as fault:
        raise OutlineFault(f"{which}: {fault}") from fault
    geometry = _geometry(feature, which)
    point = geometry.representative_point()
    label = Point(round(point.x, DIGITS), round(point.y, DIGITS))
    return Area(ags, name or ags, turned(feature["geometry"]), label)


def _geometry(feature: dict[str, Any], which: str) -> BaseGeometry:
    given = feature.get("geometry")
    if not isinstance(given, dict) or given.get("type") not in _AREAS:
        raise OutlineFault(_("%(area)s: Das ist kein Polygon.") % {"area": which})
    try:
        check_rings(given)
        geometry = shape(given)
    except RingFault as fault:
        raise OutlineFault(_broken(which, str(fault))) from fault
    except (ShapelyError, ValueError, TypeError) as error:
        raise OutlineFault(_broken(which, _("Die Koordinaten sind nicht lesbar"))) from error
    _check_box(geometry, which)
    if not geometry.is_valid:
        raise OutlineFault(_broken(which, german_reason(is_valid_reason(geometry))))
    return geometry


def _broken(which: str, reason: str) -> str:
    return _("%(area)s: Der Umriss ist fehlerhaft (%(reason)s).") % {"area": which, "reason": reason}


def _check_box(geometry: BaseGeometry, which: str) -> None:
    points = get_coordinates(geometry)
    west, south = points.min(axis=0)
    east, north = points.max(axis=0)
    if LATITUDES[0] <= west and east <= LATITUDES[1] and LONGITUDES[0] <= south and north <= LONGITUDES[1]:
        raise OutlineFault(
            _(
                "%(area)s: Länge und Breite sind vertauscht. In GeoJSON steht die Länge zuerst, zum Beispiel [7.01, 51.19]."
            )
            % {"area": which}
        )
    if west < LONGITUDES[0] or east > LONGITUDES[1] or south < LATITUDES[0] or north > LATITUDES[1]:
        raise OutlineFault(
            _(
                "%(area)s liegt nicht in Nordrhein-Westfalen. Die Datei braucht Länge und Breite in Grad (WGS 84)."
            )
            % {"area": which}
        )
