"""The cities and Gemeinden of the region."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.coordinates import CoordinateFault, Point, check_degrees
from bildungsnetz.network.domain.keys import KeyFault, municipality_key
from bildungsnetz.network.models import Municipality
from bildungsnetz.network.services.index import index_institutions


@transaction.atomic
def enter_municipality(
    *, actor: Actor, ags: str, name: str, now: datetime, label: Point | None = None
) -> Municipality:
    """Add a municipality with its official key. Raises NotAllowed, RuleViolation."""
    if not policies.may_edit_municipality(actor):
        raise NotAllowed
    key = _key(ags)
    if Municipality.objects.filter(ags=key).exists():
        raise RuleViolation(_("Zu diesem Gemeindeschlüssel gibt es schon einen Eintrag."), field="ags")
    municipality = Municipality(ags=key)
    _write(municipality, name, label)
    audit.record("network.municipality.enter", actor=actor, on=municipality, now=now)
    return municipality


@transaction.atomic
def edit_municipality(
    *, actor: Actor, municipality: Municipality, name: str, now: datetime, label: Point | None = None
) -> Municipality:
    """Change name and place of the label; the key stays. Raises NotAllowed, RuleViolation."""
    if not policies.may_edit_municipality(actor):
        raise NotAllowed
    kept = Municipality.objects.select_for_update().get(pk=municipality.pk)
    _write(kept, name, label)
    index_institutions(kept.institutions.order_by("pk").values_list("pk", flat=True))
    audit.record("network.municipality.edit", actor=actor, on=kept, now=now)
    return kept


def _key(ags: str) -> str:
    try:
        return municipality_key(ags)
    except KeyFault as fault:
        raise RuleViolation(str(fault), field="ags") from fault


def _write(municipality: Municipality, name: str, label: Point | None) -> None:
    if label is not None:
        try:
            check_degrees(label.longitude, label.latitude)
        except CoordinateFault as fault:
            raise RuleViolation(str(fault), field="longitude") from fault
    municipality.name = name
    municipality.label_longitude = label.longitude if label else None
    municipality.label_latitude = label.latitude if label else None
    municipality.save()
