"""Small outlines for tests."""

import json
from typing import Any

RING = [[6.9, 51.1], [7.1, 51.1], [7.1, 51.3], [6.9, 51.3], [6.9, 51.1]]


def feature(coordinates: Any = None, kind: str = "Polygon", **properties: str) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": [RING] if coordinates is None else coordinates}
    return {
        "type": "Feature",
        "properties": {"AGS": "05158008", "GEN": "Haan"} | properties,
        "geometry": geometry,
    }


SQUARE = feature()


def collection(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()
