"""Everything that hangs on one row moves to another, which stays; the journal can be played back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core import serializers
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.merging.relations import Relation, model_of, relation_of, relations_to

Journal = dict[str, list[Any]]


@dataclass(frozen=True)
class Group:
    """What moves, in words: how the rows are called, how many, the first of them."""

    label: str
    count: int
    examples: list[str]


def hanging_on(row: Model) -> list[Group]:
    """All rows that name this one, by kind, for a preview."""
    groups = []
    for relation in relations_to(type(row)):
        found = list(relation.rows(row.pk)[:4])
        if found:
            count = relation.rows(row.pk).count()
            groups.append(Group(relation.label, count, [_words(each) for each in found[:3]]))
    return groups


def refusals(loser: Model, winner: Model) -> list[str]:
    """Sentences that say why the two must not become one; none when they may."""
    return [
        sentence
        for relation in relations_to(type(loser))
        if (known := relation.known) and known.refuse
        for sentence in known.refuse(loser.pk, winner.pk)
    ]


def absorb(loser: Model, winner: Model) -> Journal:
    """Move everything from the loser to the winner and delete the loser; for use inside the transaction of an act.

    Rows that would stand there twice are removed; they and the loser are written in full into the journal. Raises
    RuleViolation when the database keeps a row as it is (an approved record).
    """
    journal: Journal = {"moved": [], "removed": []}
    for row in _senseless(loser, winner):
        _remove(row, journal)
    for relation in relations_to(type(loser)):
        for row in list(relation.rows(loser.pk)):
            _move(row, relation, winner.pk, journal)
    loser.refresh_from_db()
    _remove(loser, journal)
    return journal


def _senseless(loser: Model, winner: Model) -> Iterator[Model]:
    """Rows that would relate the one row to itself."""
    for relation in relations_to(type(loser)):
        if relation.known and relation.known.senseless:
            keys = relation.known.senseless(loser.pk, winner.pk)
            yield from relation.model._default_manager.filter(pk__in=keys).order_by("pk")


def run_hooks(moved: list[dict[str, Any]]) -> None:
    """Tell the contexts whose rows moved."""
    keys: dict[tuple[str, str], list[int]] = {}
    for entry in moved:
        keys.setdefault((entry["model"], entry["field"]), []).append(entry["pk"])
    for (label, name), pks in keys.items():
        relation = relation_of(model_of(label), name)
        if relation.known and relation.known.moved:
            relation.known.moved(pks)


def _move(row: Model, relation: Relation, to: int, journal: Journal) -> None:
    known = relation.known
    softened = dict(known.on_clash) if known else {}
    for also in ({}, softened) if softened else ({},):
        before = {name: getattr(row, name) for name in also}
        if _updated(row, {relation.field.attname: to, **also}):
            label, name = relation.model._meta.label_lower, relation.field.name
            entry = {"model": label, "pk": row.pk, "field": name, "also": before, "label": relation.label}
            journal["moved"].append(entry)
            return
    if not _updated(row, {relation.field.attname: getattr(row, relation.field.attname)}):
        raise _is_closed(row)  # not even the same value may be written
    _remove(row, journal)


def _updated(row: Model, values: dict[str, Any]) -> bool:
    try:
        with transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).update(**values)
    except IntegrityError:
        return False
    return True


def _remove(row: Model, journal: Journal) -> None:
    """Delete a row and what goes along with it, deepest first."""
    for relation in relations_to(type(row)):
        if relation.goes_along:
            for below in list(relation.rows(row.pk)):
                _remove(below, journal)
    text = serializers.serialize("json", [row])
    try:
        with transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).delete()
    except DatabaseError as kept:
        raise _is_closed(row) from kept
    journal["removed"].append({"row": text, "label": _words(row)})


def _is_closed(row: Model) -> RuleViolation:
    words = _("„%(row)s“ gehört zu etwas Abgeschlossenem und kann nicht zusammengeführt werden.")
    return RuleViolation(words % {"row": _words(row)})


def _words(row: Model) -> str:
    """The row as a person reads it; a row of a link table by what it links."""
    if row._meta.auto_created:
        ends = [field.name for field in row._meta.concrete_fields if field.is_relation]
        return " – ".join(str(getattr(row, name)) for name in ends)[:120]
    return str(row)[:120]
