"""The order of hits: computed here from the titles, so that both databases give the same."""

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from bildungsnetz.core.search.query import Word
from bildungsnetz.core.search.words import stem

_SAME, _INFLECTED, _BEGINNING, _ELSEWHERE = range(4)


class Candidate(NamedTuple):
    """An entry that was matched: its row, its kind and key, its folded title."""

    pk: int
    kind: str
    key: int
    title_words: str


def by_title(found: Iterable[Candidate], words: list[Word], whole: set[int]) -> list[Candidate]:
    """Entries with whole words (`whole` names their rows) before beginnings, then those with the words in the title."""
    parts = [part for word in words for part in word.parts]
    return sorted(
        found, key=lambda one: (one.pk not in whole, _distance(one.title_words, parts), *_tail(one))
    )


def by_likeness(found: Iterable[Candidate], words: list[Word]) -> list[Candidate]:
    """Entries whose title looks most like what was typed first."""
    typed = " ".join(word.joined for word in words)
    return sorted(found, key=lambda one: (-round(fuzz.token_set_ratio(typed, one.title_words)), *_tail(one)))


def _distance(title_words: str, parts: list[str]) -> int:
    title = title_words.split()
    stems = {stem(word) for word in title}
    return sum(_place(part, title, stems) for part in parts)


def _place(part: str, title: list[str], stems: set[str]) -> int:
    if part in title:
        return _SAME
    if stem(part) in stems:
        return _INFLECTED
    return _BEGINNING if any(word.startswith(part) for word in title) else _ELSEWHERE


def _tail(one: Candidate) -> tuple[int, str, str, int]:
    return one.title_words.count(" "), one.title_words, one.kind, one.key
