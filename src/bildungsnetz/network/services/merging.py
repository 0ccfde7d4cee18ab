"""Two entries become one, and for 30 days two again."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, merging
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.search import index
from bildungsnetz.network import policies, signals
from bildungsnetz.network.domain.merging import FieldChange, MergeKind, may_undo, returns
from bildungsnetz.network.models import DistinctPair, Institution, InstitutionKind, Merge, Person
from bildungsnetz.network.selectors.merging import Row, field_names, model_of, refusals_of, takeable
from bildungsnetz.network.selectors.search import INSTITUTION, PERSON, people_at


@transaction.atomic
def merge(
    *, actor: Actor, kind: MergeKind, winner: int, loser: int, taken: Collection[str], now: datetime
) -> Merge:
    """Let one entry go into another with everything that hangs on it; the fields in `taken` come from the one that goes.

    Raises NotAllowed; RuleViolation when a context forbids it (two official numbers, two accounts, two seats at once).
    """
    if not policies.may_merge(actor):
        raise NotAllowed
    stays, goes = _lock(kind, winner, loser)
    if sentences := refusals_of(goes, stays):
        raise RuleViolation(" ".join(sentences))
    values = {name: getattr(goes, name) for name in takeable(stays, goes) if name in taken}
    if isinstance(goes, Person) and isinstance(stays, Person) and goes.user_id and not stays.user_id:
        values["user_id"] = goes.user_id
    row = Merge(kind=kind, loser=goes.pk, loser_label=str(goes)[:200], winner=stays.pk, merged_at=now)
    row.journal = merging.absorb(goes, stays)
    row.changes = _apply(stays, values, now)
    row.winner_label, row.merged_by = str(stays)[:200], actor.name
    row.save()
    _after(kind, stays.pk, row.loser, row.journal["moved"])
    if "user_id" in values and isinstance(stays, Person) and stays.user is not None:
        signals.person_linked.send(Person, person=stays, user=stays.user, now=now)
    audit.record("network.merge.make", actor=actor, on=stays, now=now, other=row.loser_label)
    return row


@transaction.atomic
def undo_merge(*, actor: Actor, row: Merge, now: datetime) -> Merge:
    """Make two entries of one again. What was edited since stays with the one that stayed; `leftovers` names it.

    Raises NotAllowed, RuleViolation when it is too late, done already, or the entry that stayed is gone.
    """
    kept = Merge.objects.select_for_update().get(pk=row.pk)
    if not policies.may_merge(actor):
        raise NotAllowed
    if not may_undo(kept.merged_at, kept.undone_at, now):
        raise RuleViolation(_("Das lässt sich nicht mehr rückgängig machen."))
    stays = model_of(MergeKind(kept.kind)).objects.select_for_update().filter(pk=kept.winner).first()
    if stays is None:
        text = _(
            "„%(name)s“ ist inzwischen selbst aufgegangen. Machen Sie zuerst diese Zusammenführung rückgängig."
        )
        raise RuleViolation(text % {"name": kept.winner_label})
    left = _take_back(stays, kept.changes, now)
    moved, rest = merging.separate(kept.journal, loser=kept.loser, winner=kept.winner)
    kept.leftovers = [*left, *({"label": each.label, "key": each.key} for each in rest)]
    kept.undone_at, kept.undone_by, kept.journal = now, actor.name, {}
    kept.save()
    _after(MergeKind(kept.kind), kept.winner, kept.loser, moved)
    audit.record("network.merge.undo", actor=actor, on=stays, now=now, other=kept.loser_label)
    return kept


@transaction.atomic
def keep_apart(*, actor: Actor, kind: MergeKind, one: int, other: int, now: datetime) -> None:
    """Note that two entries only look alike; the list does not show them again. Raises NotAllowed."""
    if not policies.may_merge(actor):
        raise NotAllowed
    first, second = sorted((one, other))
    rows = {row.pk: row for row in model_of(kind).objects.filter(pk__in=[first, second]).order_by("pk")}
    if len(rows) != 2:
        raise RuleViolation(_("Einen der beiden Einträge gibt es nicht mehr."))
    DistinctPair.objects.get_or_create(kind=kind, first=first, second=second)
    other_name = str(rows[second])
    audit.record("network.merge.keep_apart", actor=actor, on=rows[first], now=now, other=other_name)


def forget_journals(now: datetime) -> str:
    """Empty the journals that can no longer be played back; they hold whole entries."""
    old = [
        row.pk for row in Merge.objects.exclude(journal={}) if not may_undo(row.merged_at, row.undone_at, now)
    ]
    Merge.objects.filter(pk__in=old).update(journal={}, changes=[])
    return _("%(count)s Aufzeichnungen geleert") % {"count": len(old)}


def _lock(kind: MergeKind, winner: int, loser: int) -> tuple[Row, Row]:
    if winner == loser:
        raise RuleViolation(_("Das ist zweimal derselbe Eintrag."))
    rows = model_of(kind).objects.select_for_update().filter(pk__in=[winner, loser]).order_by("pk")
    found = {row.pk: row for row in rows}
    if len(found) != 2:
        raise RuleViolation(_("Einen der beiden Einträge gibt es nicht mehr."))
    return found[winner], found[loser]


def _apply(row: Row, values: dict[str, Any], now: datetime) -> list[dict[str, Any]]:
    changes = [
        {"field": name, "before": getattr(row, name), "after": value}
        for name, value in values.items()
        if getattr(row, name) != value
    ]
    _write(row, {each["field"]: each["after"] for each in changes}, now)
    return changes


def _take_back(row: Row, changes: list[dict[str, Any]], now: datetime) -> list[dict[str, str]]:
    """Fields that nobody has touched since go back; the others are named."""
    made = [FieldChange(**each) for each in changes]
    back = {each.field: each.before for each in made if returns(each, getattr(row, each.field))}
    names = field_names(row)
    left = [each.field for each in made if each.field not in back]
    _write(row, back, now)
    return [{"label": str(names.get(name, name)), "key": "edited_since"} for name in left]


def _write(row: Row, values: dict[str, Any], now: datetime) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    if isinstance(row, Institution):
        row.kind_name = InstitutionKind.objects.get(key=row.kind).name
        row.changed_at = now
    row.save_version(row.version)


def _after(kind: MergeKind, winner: int, loser: int, moved: list[dict[str, Any]]) -> None:
    merging.run_hooks(moved)
    index(INSTITUTION if kind == MergeKind.INSTITUTION else PERSON, [winner, loser])
    if kind == MergeKind.INSTITUTION:
        index(PERSON, people_at([winner, loser]))
