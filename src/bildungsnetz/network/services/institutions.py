"""Entering and editing institutions by hand."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.contact import GENERAL
from bildungsnetz.network.domain.entry import (
    ENTRY_NAMES,
    InstitutionEntry,
    changed_fields,
    check_entry,
    check_locked,
    check_social_index,
)
from bildungsnetz.network.models import Institution, InstitutionKind
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.services.index import index_institutions

_SITE = ("street", "postal_code", "city", "longitude", "latitude")
_CHANNELS = ("phone", "email", "website")
_PLAIN = (
    "name",
    "kind",
    "short_name",
    "school_form",
    "legal_form",
    "status",
    "is_public",
    "description",
    "social_index",
)


@transaction.atomic
def enter_institution(*, actor: Actor, entry: InstitutionEntry, now: datetime) -> Institution:
    """Enter an institution that no official list brings. Raises NotAllowed, RuleViolation."""
    if not policies.may_enter_institution(actor):
        raise NotAllowed
    check_entry(entry)
    check_social_index(entry)
    _check_kind(entry.kind)
    entered = Institution(entered_at=now, changed_at=now)
    _fill(entered, entry)
    entered.save()
    _write_parts(entered, entry)
    index_institutions([entered.pk])
    audit.record("network.institution.enter", actor=actor, on=entered, now=now)
    return entered


@transaction.atomic
def edit_institution(
    *, actor: Actor, institution: Institution, entry: InstitutionEntry, version: int, now: datetime
) -> Institution:
    """Make an institution what the entry says; fields of the official list stay as they are.

    Raises NotAllowed, RuleViolation (a rule, or a locked field was changed), StaleVersion.
    """
    kept = Institution.objects.select_for_update().get(pk=institution.pk)
    if not policies.may_edit_institution(actor, kept):
        raise NotAllowed
    changed = changed_fields(entry_of(kept), entry)
    check_social_index(entry)
    if kept.is_official:
        check_locked(changed)
    else:
        check_entry(entry)
        _check_kind(entry.kind, kept=kept.kind)
    if not changed:
        return kept
    kept.changed_at = now
    _fill(kept, entry)
    kept.save_version(version)
    _write_parts(kept, entry)
    index_institutions([kept.pk])
    names = ", ".join(str(ENTRY_NAMES[name]) for name in changed)
    audit.record("network.institution.edit", actor=actor, on=kept, now=now, fields=names)
    return kept


def _fill(institution: Institution, entry: InstitutionEntry) -> None:
    for name in _PLAIN:
        setattr(institution, name, getattr(entry, name))
    institution.municipality_id = entry.municipality
    institution.kind_name = InstitutionKind.objects.get(key=entry.kind).name


def _check_kind(key: str, *, kept: str = "") -> None:
    """The kind must exist; a retired one takes no new institutions."""
    usable = InstitutionKind.objects.filter(key=key)
    if key != kept:
        usable = usable.filter(retired_on__isnull=True)
    if not usable.exists():
        raise RuleViolation(_("Diese Art von Einrichtung steht nicht zur Wahl."), field="kind")


def _write_parts(institution: Institution, entry: InstitutionEntry) -> None:
    institution.fields_of_action.set(entry.fields_of_action)
    if institution.is_official:
        return  # site and channels belong to the list
    place = {name: getattr(entry, name) for name in _SITE}
    institution.sites.update_or_create(is_main=True, defaults=place)
    for kind in _CHANNELS:
        _write_channel(institution, kind, getattr(entry, kind))


def _write_channel(institution: Institution, kind: str, value: str) -> None:
    if value:
        institution.channels.update_or_create(
            kind=kind, is_official=False, purpose=GENERAL, defaults={"value": value}
        )
    else:
        institution.channels.filter(kind=kind, is_official=False, purpose=GENERAL).delete()
