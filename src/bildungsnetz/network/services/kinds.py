"""The taxonomy of institutions: kinds are added, renamed, moved and retired; their keys stay."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.search import words
from bildungsnetz.network import policies
from bildungsnetz.network.domain.kinds import SCHOOL, SCHOOL_SUPERVISION, SEEDS
from bildungsnetz.network.models import Institution, InstitutionKind
from bildungsnetz.network.services.index import index_institutions


@dataclass(frozen=True, slots=True, kw_only=True)
class KindEntry:
    """What the form of a kind holds."""

    name: str
    plural: str
    group: str
    position: int = 0
    retired_on: date | None = None


def seed_kinds() -> None:
    """Enter the kinds of a fresh installation that are not there yet; edited ones stay. Runs after each migration."""
    known = set(InstitutionKind.objects.values_list("key", flat=True))
    with override("de"):
        InstitutionKind.objects.bulk_create(
            InstitutionKind(
                key=seed.key,
                name=str(seed.name),
                plural=str(seed.plural),
                group=seed.group.value,
                position=10 * place,
            )
            for place, seed in enumerate(SEEDS, start=1)
            if seed.key not in known
        )


@transaction.atomic
def enter_kind(*, actor: Actor, entry: KindEntry, now: datetime) -> InstitutionKind:
    """Add a kind; its key is made from the name and never changes. Raises NotAllowed, RuleViolation."""
    if not policies.may_edit_kinds(actor):
        raise NotAllowed
    kind = InstitutionKind(key=_fresh_key(entry.name))
    _fill(kind, entry)
    kind.save()
    audit.record("network.institution_kind.enter", actor=actor, on=kind, now=now)
    return kind


@transaction.atomic
def edit_kind(*, actor: Actor, kind: InstitutionKind, entry: KindEntry, now: datetime) -> InstitutionKind:
    """Rename, move or retire a kind; its institutions carry the new name at once. Raises NotAllowed, RuleViolation."""
    kept = InstitutionKind.objects.select_for_update().get(pk=kind.pk)
    if not policies.may_edit_kinds(actor):
        raise NotAllowed
    if entry.retired_on is not None and kept.key in {SCHOOL, SCHOOL_SUPERVISION}:
        text = _("Schulen und Schulaufsicht kommen mit der amtlichen Liste und bleiben in Verwendung.")
        raise RuleViolation(text, field="retired_on")
    renamed = kept.name != entry.name
    _fill(kept, entry)
    kept.save()
    if renamed:
        _rename_in_institutions(kept)
    audit.record("network.institution_kind.edit", actor=actor, on=kept, now=now)
    return kept


def _fill(kind: InstitutionKind, entry: KindEntry) -> None:
    if InstitutionKind.objects.filter(name__iexact=entry.name).exclude(pk=kind.pk).exists():
        raise RuleViolation(_("Diese Art gibt es schon."), field="name")
    kind.name, kind.plural, kind.group = entry.name, entry.plural, entry.group
    kind.position, kind.retired_on = entry.position, entry.retired_on


def _rename_in_institutions(kind: InstitutionKind) -> None:
    found = Institution.objects.filter(kind=kind.key)
    found.update(kind_name=kind.name)
    index_institutions(found.order_by("pk").values_list("pk", flat=True))


def _fresh_key(name: str) -> str:
    stem = slugify(words.fold(name)).replace("-", "_")[:36] or "kind"
    taken = set(InstitutionKind.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return next(key for key in (stem, *(f"{stem}_{n}" for n in range(2, len(taken) + 3))) if key not in taken)
