"""The places of an institution: address, opening hours, accessibility. The main address of an official one is locked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.accessibility import FEATURES
from bildungsnetz.network.domain.coordinates import CoordinateFault, check_degrees
from bildungsnetz.network.domain.opening import Span
from bildungsnetz.network.models import Institution, OpeningSpan, Site, SiteDetails
from bildungsnetz.network.services.index import index_institutions

ADDRESS = ("street", "postal_code", "city", "longitude", "latitude")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEntry:
    """What the form of a place holds; opening hours as spans."""

    label: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    longitude: float | None = None
    latitude: float | None = None
    accessibility: frozenset[str] = frozenset()
    accessibility_note: str = ""
    hours_note: str = ""
    spans: Sequence[Span] = ()


@transaction.atomic
def add_site(*, actor: Actor, institution: Institution, entry: SiteEntry, now: datetime) -> Site:
    """Add a further place. Raises NotAllowed, RuleViolation."""
    kept = _lock(actor, institution)
    _check_address(entry)
    is_first = not Site.objects.filter(institution=kept).exists()
    site = Site(institution=kept, is_main=is_first)
    _fill(site, entry)
    _touch(kept, now)
    audit.record("network.site.add", actor=actor, on=kept, now=now, site=str(site))
    return site


@transaction.atomic
def edit_site(*, actor: Actor, site: Site, entry: SiteEntry, now: datetime) -> Site:
    """Change a place. Raises NotAllowed, RuleViolation (a rule, or a locked address was changed)."""
    kept = _lock(actor, site.institution)
    changed = Site.objects.select_for_update().get(pk=site.pk)
    if is_locked(kept, changed):
        _check_locked(changed, entry)
    else:
        _check_address(entry)
    _fill(changed, entry)
    _touch(kept, now)
    audit.record("network.site.edit", actor=actor, on=kept, now=now, site=str(changed))
    return changed


@transaction.atomic
def remove_site(*, actor: Actor, site: Site, now: datetime) -> None:
    """Remove a further place; the main one stays. Raises NotAllowed, RuleViolation."""
    kept = _lock(actor, site.institution)
    if site.is_main:
        raise RuleViolation(_("Der Hauptstandort lässt sich nicht entfernen."))
    audit.record("network.site.remove", actor=actor, on=kept, now=now, site=str(site))
    Site.objects.filter(pk=site.pk).delete()
    _touch(kept, now)


def is_locked(institution: Institution, site: Site) -> bool:
    """Whether the official list owns the address of the place."""
    return institution.is_official and site.is_main


def _lock(actor: Actor, institution: Institution) -> Institution:
    kept = Institution.objects.select_for_update().get(pk=institution.pk)
    if not policies.may_keep_institution(actor, kept):
        raise NotAllowed
    return kept


def _touch(institution: Institution, now: datetime) -> None:
    institution.changed_at = now
    institution.save(update_fields=["changed_at"])
    index_institutions([institution.pk])


def _fill(site: Site, entry: SiteEntry) -> None:
    if entry.accessibility - FEATURES.keys():
        raise RuleViolation(_("Dieses Merkmal steht nicht zur Wahl."), field="accessibility")
    site.label = entry.label
    for name in ADDRESS:
        setattr(site, name, getattr(entry, name))
    site.save()
    SiteDetails.objects.update_or_create(
        site=site,
        defaults={
            "accessibility": sorted(entry.accessibility),
            "accessibility_note": entry.accessibility_note,
            "hours_note": entry.hours_note,
        },
    )
    OpeningSpan.objects.filter(site=site).delete()
    OpeningSpan.objects.bulk_create(
        OpeningSpan(site=site, weekday=span.weekday, opens=span.opens, closes=span.closes)
        for span in entry.spans
    )


def _check_locked(site: Site, entry: SiteEntry) -> None:
    for name in ADDRESS:
        if getattr(site, name) != getattr(entry, name):
            text = _(
                "Die Anschrift kommt aus der amtlichen Schulliste und ändert sich nur mit dem nächsten Import."
            )
            raise RuleViolation(text, field=name)


def _check_address(entry: SiteEntry) -> None:
    if not entry.street.strip() and not entry.city.strip():
        raise RuleViolation(_("Bitte geben Sie mindestens Straße oder Ort an."), field="street")
    if entry.postal_code and not re.fullmatch(r"[0-9]{5}", entry.postal_code):
        raise RuleViolation(_("Die Postleitzahl hat fünf Ziffern."), field="postal_code")
    if (entry.longitude is None) != (entry.latitude is None):
        empty = "longitude" if entry.longitude is None else "latitude"
        raise RuleViolation(_("Geben Sie Länge und Breite zusammen an oder keine von beiden."), field=empty)
    if entry.longitude is not None and entry.latitude is not None:
        try:
            check_degrees(entry.longitude, entry.latitude)
        except CoordinateFault as fault:
            raise RuleViolation(str(fault), field="longitude") from fault
