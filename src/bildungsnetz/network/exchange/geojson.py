"""Institutions as GeoJSON (RFC 7946): points in WGS 84, longitude first, no `crs`."""

from collections.abc import Callable, Iterable
from typing import Any

from bildungsnetz.network.models import Site


def feature_collection(sites: Iterable[Site], address: Callable[[int], str]) -> dict[str, Any]:
    """One feature an institution with coordinates; needs the institution with its municipality. `address(pk)` is its page."""
    return {"type": "FeatureCollection", "features": [_feature(site, address) for site in sites]}


def _feature(site: Site, address: Callable[[int], str]) -> dict[str, Any]:
    of = site.institution
    properties = {
        "name": of.name,
        "kind": of.kind,
        "what": str(of.what),
        "municipality": of.municipality.name,
        "ags": of.municipality.ags,
        "street": site.street,
        "postal_code": site.postal_code,
        "city": site.city,
        "official_number": of.official_number,
        "url": address(of.pk),
    }
    point = {"type": "Point", "coordinates": [site.longitude, site.latitude]}
    return {"type": "Feature", "id": of.pk, "geometry": point, "properties": properties}
