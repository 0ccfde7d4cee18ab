"""The rings of a polygon in GeoJSON: what is wrong with one, in German, and its direction.

Source: RFC 7946, section 3.1.6 (a ring has four or more positions, the first is the last; outer rings run against the
clock, holes with it; a reader does not refuse the other direction).
"""

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from shapely import LinearRing

_FEWEST: Final = 4
_REASONS: Final[Mapping[str, Promise]] = {
    "Self-intersection": gettext_lazy("Die Linie kreuzt sich selbst"),
    "Ring Self-intersection": gettext_lazy("Ein Ring berührt sich selbst"),
    "Hole lies outside shell": gettext_lazy("Ein Loch liegt außerhalb der Fläche"),
    "Holes are nested": gettext_lazy("Ein Loch liegt in einem anderen"),
    "Interior is disconnected": gettext_lazy("Löcher zerteilen die Fläche"),
    "Nested shells": gettext_lazy("Eine Teilfläche liegt in einer anderen"),
    "Duplicate Rings": gettext_lazy("Ein Ring kommt doppelt vor"),
    "Too few points in geometry component": gettext_lazy("Ein Ring umschließt keine Fläche"),
}
_PLACE: Final = re.compile(r"\[(\S+) (\S+)\]")


class RingFault(ValueError):
    """A ring is broken; the message is the German reason without the name of the area."""


def rings_of(geometry: Mapping[str, Any]) -> list[list[Any]]:
    """The polygons of a geometry, each as its list of rings. Raises RingFault for anything that is no list."""
    given = geometry.get("coordinates")
    parts = [given] if geometry.get("type") == "Polygon" else given
    if not isinstance(parts, list) or not all(isinstance(part, list) for part in parts):
        raise RingFault(_("Die Koordinaten sind nicht lesbar"))
    return parts


def check_rings(geometry: Mapping[str, Any]) -> None:
    """Every ring has positions of finite numbers and is closed. Raises RingFault at the first that has not."""
    rings = [ring for part in rings_of(geometry) for ring in part]
    if not rings or not all(rings):
        raise RingFault(_("leer"))
    for ring in rings:
        _check_ring(ring)


def turned(geometry: Mapping[str, Any]) -> dict[str, Any]:
    """The same geometry, each ring in the direction that the standard asks for."""
    parts = [
        [_turn(ring, is_hole=place > 0) for place, ring in enumerate(part)] for part in rings_of(geometry)
    ]
    return {**geometry, "coordinates": parts[0] if geometry["type"] == "Polygon" else parts}


def german_reason(reason: str) -> str:
    """What the geometry library says about a broken outline, with the place if it names one."""
    words = reason.partition("[")[0].strip()
    text = str(_REASONS.get(words, _("Die Linien ergeben keine Fläche")))
    place = _PLACE.search(reason)
    if place is None:
        return text
    return _("%(what)s, bei Länge %(east)s und Breite %(north)s") % {
        "what": text,
        "east": place[1].replace(".", ","),
        "north": place[2].replace(".", ","),
    }


def _check_ring(ring: Any) -> None:
    if not isinstance(ring, list) or not all(map(_is_position, ring)):
        raise RingFault(_("Die Koordinaten sind nicht lesbar"))
    if not all(math.isfinite(number) for position in ring for number in position[:2]):
        raise RingFault(_("Eine Koordinate ist keine Zahl (NaN oder unendlich)"))
    if ring[0][:2] != ring[-1][:2]:
        raise RingFault(_("Ein Ring ist nicht geschlossen: Der letzte Punkt muss der erste sein"))
    if len(ring) < _FEWEST:
        raise RingFault(_("Ein Ring hat weniger als vier Punkte"))


def _is_position(position: Any) -> bool:
    return (
        isinstance(position, list)
        and len(position) >= 2
        and all(isinstance(number, int | float) and not isinstance(number, bool) for number in position[:2])
    )


def _turn(ring: Sequence[Any], *, is_hole: bool) -> list[Any]:
    runs_against_the_clock = LinearRing([position[:2] for position in ring]).is_ccw
    return list(ring) if runs_against_the_clock != is_hole else list(ring)[::-1]
