"""Outlines for the map."""

from datetime import datetime

from django.db import transaction

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.network import policies
from bildungsnetz.network.domain.outlines import Area, as_geojson
from bildungsnetz.network.models import MapOutline, Municipality


@transaction.atomic
def upload_outline(*, actor: Actor, areas: tuple[Area, ...], attribution: str, now: datetime) -> MapOutline:
    """Keep checked areas as the outlines of the map; municipalities without a place for their label get one.

    Raises NotAllowed.
    """
    if not policies.may_upload_outline(actor):
        raise NotAllowed
    outline = MapOutline.objects.create(
        attribution=attribution, geojson=as_geojson(areas), areas=len(areas), uploaded_at=now
    )
    for area in areas:
        Municipality.objects.filter(ags=area.ags, label_longitude__isnull=True).update(
            label_longitude=area.label.longitude, label_latitude=area.label.latitude
        )
    audit.record("network.outline.upload", actor=actor, on=outline, now=now, areas=len(areas))
    return outline
