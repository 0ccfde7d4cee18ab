"""What the map in the browser gets: places, labels of the cities, outlines."""

from typing import Any

from django.urls import reverse

from bildungsnetz.network.models import Site
from bildungsnetz.network.selectors.directory import Backdrop
from bildungsnetz.network.selectors.gazetteer import Spot


def map_data(sites: list[Site], backdrop: Backdrop, here: Spot | None = None, km: int = 0) -> dict[str, Any]:
    """Plain values for JSON; outlines are None until somebody uploads them, `here` unless a place was asked for."""
    return {
        "places": [_place(site) for site in sites],
        "labels": [{"name": each.name, "at": [each.latitude, each.longitude]} for each in backdrop.labels],
        "outlines": backdrop.outline.geojson if backdrop.outline else None,
        "here": {"at": [here.point.latitude, here.point.longitude], "km": km} if here else None,
        "attribution": backdrop.outline.attribution if backdrop.outline else "",
    }


def _place(site: Site) -> dict[str, Any]:
    institution = site.institution
    return {
        "name": institution.name,
        "what": str(institution.what),
        "where": institution.municipality.name,
        "url": reverse("network:public-institution", args=[institution.pk]),
        "at": [site.latitude, site.longitude],
    }
