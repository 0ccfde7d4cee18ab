"""Branches and their parent, and what became of institutions that ended."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.lineage import SuccessionKind, closes_a_ring
from bildungsnetz.network.domain.school_keys import OperatingStatus
from bildungsnetz.network.models import Affiliation, Institution, Succession
from bildungsnetz.network.selectors.lineage import parent_links, succession_links
from bildungsnetz.network.services.index import index_institutions


@transaction.atomic
def set_parent(*, actor: Actor, institution: Institution, parent: Institution | None, now: datetime) -> None:
    """Make an institution a branch of another one, or independent. Raises NotAllowed, RuleViolation for a ring."""
    kept = _lock(actor, institution)
    links = {branch: above for branch, above in parent_links().items() if branch != kept.pk}
    if parent is not None and closes_a_ring(links, kept.pk, parent.pk):
        text = _("Das ergäbe einen Kreis: %(parent)s gehört schon zu %(name)s.")
        raise RuleViolation(text % {"parent": parent.name, "name": kept.name}, field="parent")
    Affiliation.objects.filter(institution=kept).delete()
    if parent is not None:
        Affiliation.objects.create(institution=kept, parent=parent)
    if parent is None:
        audit.record("network.institution.separate", actor=actor, on=kept, now=now)
    else:
        audit.record("network.institution.affiliate", actor=actor, on=kept, now=now, parent=parent.name)


@transaction.atomic
def name_successor(
    *,
    actor: Actor,
    institution: Institution,
    successor: Institution,
    kind: SuccessionKind,
    happened_on: date,
    now: datetime,
) -> Succession:
    """Say which institution carries on. One that no official list keeps is closed from that day.

    Raises NotAllowed, RuleViolation for a ring.
    """
    kept = _lock(actor, institution)
    links = {before: after for before, after in succession_links().items() if before != kept.pk}
    if closes_a_ring(links, kept.pk, successor.pk):
        text = _("Das ergäbe einen Kreis: %(other)s ist selbst in %(name)s übergegangen.")
        raise RuleViolation(text % {"other": successor.name, "name": kept.name}, field="successor")
    row, _made = Succession.objects.update_or_create(
        predecessor=kept,
        defaults={"successor": successor, "kind": kind.value, "happened_on": happened_on},
    )
    if not kept.is_official and happened_on <= day_of(now):
        kept.status, kept.status_date = OperatingStatus.CLOSED.value, happened_on
    _save(kept, now)
    audit.record(
        "network.institution.succeed",
        actor=actor,
        on=kept,
        now=now,
        how=row.words,
        successor=successor.name,
    )
    return row


@transaction.atomic
def withdraw_successor(*, actor: Actor, institution: Institution, now: datetime) -> None:
    """Take back a successor entered by mistake; the state of operation stays as it is. Raises NotAllowed."""
    kept = _lock(actor, institution)
    if Succession.objects.filter(predecessor=kept).delete()[0]:
        _save(kept, now)
        audit.record("network.institution.succeed_not", actor=actor, on=kept, now=now)


def _lock(actor: Actor, institution: Institution) -> Institution:
    kept = Institution.objects.select_for_update().get(pk=institution.pk)
    if not policies.may_edit_institution(actor, kept):
        raise NotAllowed
    return kept


def _save(kept: Institution, now: datetime) -> None:
    kept.changed_at = now
    kept.save_version(kept.version)
    index_institutions([kept.pk])
