"""What changed between two versions of a text, word by word, so that people see it at a glance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from bildungsnetz.governance.domain.text_diff import LineChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bildungsnetz.governance.domain.minutes_text import Section

_TOKEN = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with what happened to them."""

    change: LineChange
    text: str

    @property
    def gap(self) -> str:
        """The blanks and line ends it begins with; a page shows its mark behind them."""
        return self.text[: len(self.text) - len(self.text.lstrip())]

    @property
    def words(self) -> str:
        return self.text.lstrip()


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """A section of minutes in both versions."""

    key: str
    heading: str
    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        return any(piece.change is not LineChange.SAME for piece in self.pieces)


def diff_words(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in runs: without the added ones they are the old text, without the removed ones the new one."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(LineChange.SAME, "".join(before[i1:i2])))
            continue
        pieces += [Piece(LineChange.REMOVED, "".join(before[i1:i2]))] if i1 < i2 else []
        pieces += [Piece(LineChange.ADDED, "".join(after[j1:j2]))] if j1 < j2 else []
    return tuple(pieces)


def diff_sections(old: Iterable[Section], new: Iterable[Section]) -> tuple[SectionDiff, ...]:
    """All sections of both versions in the order of the new one; those only the old one has come last."""
    return tuple(_diffs(list(old), list(new)))


def _diffs(old: list[Section], new: list[Section]) -> Iterator[SectionDiff]:
    before, after = {part.key: part for part in old}, {part.key: part for part in new}
    for key in dict.fromkeys([*after, *before]):
        was, becomes = before.get(key), after.get(key)
        heading = (becomes or before[key]).heading
        yield SectionDiff(key, heading, diff_words(_text(was), _text(becomes)))


def _text(section: Section | None) -> str:
    return "\n\n".join(section.paragraphs) if section else ""
