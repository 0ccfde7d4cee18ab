"""What changed between two versions of a text, line by line.

Used when somebody else saved first: both versions stay readable and nothing is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LineChange(TextChoices):
    """What happened to a line."""

    SAME = "same", _("unverändert")
    REMOVED = "removed", _("entfernt")
    ADDED = "added", _("neu")


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line of the old text (same, removed) or of the new text (same, added)."""

    change: LineChange
    text: str


def diff_lines(old: str, new: str) -> tuple[DiffLine, ...]:
    """All lines of both texts: without the added ones they are the old text, without the removed ones the new one."""
    before, after = old.splitlines(), new.splitlines()
    result: list[DiffLine] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            result += [DiffLine(LineChange.SAME, line) for line in before[i1:i2]]
            continue
        result += [DiffLine(LineChange.REMOVED, line) for line in before[i1:i2]]
        result += [DiffLine(LineChange.ADDED, line) for line in after[j1:j2]]
    return tuple(result)
