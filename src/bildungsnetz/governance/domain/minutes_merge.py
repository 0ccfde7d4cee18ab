"""Two people changed the same minutes: what can be joined without asking, and where both wrote.

A page knows each section by the fingerprint of the text it showed. A section that only one of the two changed keeps that
change; where both changed it, both texts stay readable and the second person decides.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bildungsnetz.governance.domain.minutes_text import paragraphs_of, text_of
from bildungsnetz.governance.domain.text_diff import DiffLine, diff_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bildungsnetz.governance.domain.minutes_text import Section

FINGERPRINT = 16


@dataclass(frozen=True, slots=True)
class MergedSection:
    """A section after the other person saved: `text` stands in the form, `saved` is what the other one wrote.

    `taken_over`: only the other person changed it. `clashes`: both did; `lines` leads from the saved text to the own one.
    """

    key: str
    text: str
    saved: str
    taken_over: bool = False
    clashes: bool = False
    lines: tuple[DiffLine, ...] = ()


def fingerprint(text: str) -> str:
    """Sixteen digits that are the same for texts with the same paragraphs."""
    return hashlib.sha256("\n\n".join(paragraphs_of(text)).encode()).hexdigest()[:FINGERPRINT]


def merge(
    saved: Iterable[Section], typed: Mapping[str, str], shown: Mapping[str, str]
) -> tuple[MergedSection, ...]:
    """The sections to show again: `typed` is what the second person sends, `shown` the fingerprints of what she saw."""
    return tuple(_merge(section, typed.get(section.key), shown.get(section.key, "")) for section in saved)


def _merge(section: Section, typed: str | None, shown: str) -> MergedSection:
    saved = text_of(section)
    theirs, mine = fingerprint(saved), fingerprint(saved if typed is None else typed)
    if typed is None or mine == theirs:
        return MergedSection(section.key, saved, saved)
    if mine == shown:
        return MergedSection(section.key, saved, saved, taken_over=True)
    if theirs == shown:
        return MergedSection(section.key, typed, saved)
    return MergedSection(section.key, typed, saved, clashes=True, lines=diff_lines(saved, typed))
