"""Which value stays, field by field, when two entries become one; and how long that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

UNDO_DAYS: Final = 30
INSTITUTION_FIELDS: Final = (
    "name",
    "short_name",
    "kind",
    "school_form",
    "legal_form",
    "municipality_id",
    "status",
    "description",
    "social_index",
    "is_public",
)
OWN_OF_OFFICIAL: Final = ("description", "social_index", "is_public")
"""All others of an institution with an official number belong to the official list."""
PERSON_FIELDS: Final = ("title", "first_name", "last_name", "email", "phone")


class MergeKind(TextChoices):
    """What can be merged; the values stand in addresses."""

    INSTITUTION = "institution", _("Einrichtung")
    PERSON = "person", _("Person")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the entry that stays, before and after."""

    field: str
    before: Any
    after: Any


def takes_by_default(winner: Any, loser: Any) -> bool:
    """What the one that stays does not know, it takes from the other."""
    return winner in {"", None} and loser not in {"", None}


def may_undo(merged_at: datetime, undone_at: datetime | None, now: datetime) -> bool:
    """For 30 days and once."""
    return undone_at is None and now < merged_at + timedelta(days=UNDO_DAYS)


def returns(change: FieldChange, present: Any) -> bool:
    """Whether a field goes back: only if nobody has edited it since."""
    return bool(present == change.after)
