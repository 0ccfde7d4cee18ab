"""Playing a journal back: what was changed since stays as it is, and is named."""

from dataclasses import dataclass
from typing import Any

from django.core import serializers
from django.core.serializers.base import DeserializationError
from django.db import IntegrityError, transaction

from bildungsnetz.core.merging.moving import Journal
from bildungsnetz.core.merging.relations import model_of, relation_of


@dataclass(frozen=True)
class Leftover:
    """One thing that could not go back, with the reason."""

    label: str
    key: str


def separate(journal: Journal, *, loser: int, winner: int) -> tuple[list[dict[str, Any]], list[Leftover]]:
    """Bring back the removed rows and move back what moved; gives what moved back and what could not.

    A row that now names somebody else, or is gone, was changed after the merge: it stays so.
    """
    gone = [entry for entry in reversed(journal["removed"]) if not _restored(entry["row"])]
    went = [(entry, _moved_back(entry, loser, winner)) for entry in journal["moved"]]
    left = [Leftover(entry["label"], "not_restored") for entry in gone]
    left += [Leftover(entry["label"], "changed_since") for entry, is_back in went if not is_back]
    return [entry for entry, is_back in went if is_back], left


def _restored(text: str) -> bool:
    try:
        with transaction.atomic():
            for row in serializers.deserialize("json", text):
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
    except IntegrityError:
        return False
