"""Playing a journal back: what was changed since stays as it is, and is named."""

from dataclasses import dataclass
from typing import Any

from django.core import serializers
from django.core.serializers.base import DeserializationError
from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, Model, QuerySet
from django.utils.translation import gettext as _

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.merging.moving import Journal
from bildungsnetz.core.merging.relations import model_of, relation_of


@dataclass(frozen=True)
class Leftover:
    """One thing that could not go back, with the reason."""

    label: str
    key: str


def separate(journal: Journal, *, loser: int, winner: int) -> tuple[list[dict[str, Any]], list[Leftover]]:
    """Bring back the removed rows and move back what moved; gives what moved back and what could not.

    A row that now names somebody else, or is gone, was changed after the merge: it stays so. For use inside the
    transaction of an act. Raises RuleViolation when the entry itself cannot come back, or a row cannot go back to it
    because something else has taken its place since.
    """
    gone = [entry for entry in reversed(journal["removed"]) if not _restored(entry["row"])]
    if gone and gone[0] is journal["removed"][-1]:
        raise _has_no_place(gone[0]["label"])
    went = [(entry, _moved_back(entry, loser, winner)) for entry in journal["moved"]]
    left = [Leftover(entry["label"], "not_restored") for entry in gone]
    left += [Leftover(entry["label"], "changed_since") for entry, is_back in went if not is_back]
    return [entry for entry, is_back in went if is_back], left


def _restored(text: str) -> bool:
    try:
        with transaction.atomic():
            for row in serializers.deserialize("json", text):
                if _lacks_something(row.object):
                    return False
                row.save()
    except (IntegrityError, DeserializationError):
        return False
    return True


def _moved_back(entry: dict[str, Any], loser: int, winner: int) -> bool:
    relation = relation_of(model_of(entry["model"]), entry["field"])
    rows = relation.rows(winner).filter(pk=entry["pk"])
    try:
        with transaction.atomic():
            return bool(rows.update(**{relation.field.attname: loser, **entry["also"]}))
    except IntegrityError as taken:
        raise _has_no_place(entry["label"]) from taken


def _lacks_something(row: Model) -> bool:
    """Whether the row names another one that is gone; the database would notice only at the end."""
    keys = [field for field in row._meta.concrete_fields if isinstance(field, ForeignKey)]
    named = [(field, getattr(row, field.attname)) for field in keys]
    return any(
        value is not None and not _rows_of(field).filter(**{field.target_field.name: value}).exists()
        for field, value in named
    )


def _rows_of(field: ForeignKey[Any, Any]) -> QuerySet[Model]:
    rows: QuerySet[Model] = field.related_model._default_manager.all()
    return rows


def _has_no_place(label: str) -> RuleViolation:
    words = _(
        "Das lässt sich nicht rückgängig machen (%(label)s): Inzwischen steht dort etwas anderes, oder es fehlt etwas, das "
        "dazugehört. Es ist nichts geändert. Nehmen Sie die spätere Änderung zurück und versuchen Sie es noch einmal."
    )
    return RuleViolation(words % {"label": label})
