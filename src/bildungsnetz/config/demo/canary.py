"""Unique words in confidential fields, by which a test finds out whether something shows where it must not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

ALPHABET = "bcdfghklmnprstvz"
ENOUGH = 6
"""More words in the same field for the same readers would find nothing new and take the crawl much time."""
Canaries = dict[str, tuple[str, frozenset[str]]]


@dataclass
class Canary:
    """Marks texts when switched on. `words` maps each word to (model.field, keys of the roles that may see it)."""

    is_on: bool = False
    words: Canaries = field(default_factory=dict)

    def mark(self, text: str, where: str, roles: Iterable[str], *, joint: str = " ") -> str:
        """The text with a new word behind it; the same text when switched off or empty."""
        readers = frozenset(roles)
        if not self.is_on or not text or self._is_known(where, readers):
            return text
        word = _word(len(self.words))
        self.words[word] = (where, readers)
        return f"{text}{joint}{word}"

    def _is_known(self, where: str, readers: frozenset[str]) -> bool:
        return sum(known == (where, readers) for known in self.words.values()) >= ENOUGH


def _word(number: int) -> str:
    """Twelve letters that no language has; different enough for a search that forgives typing errors."""
    digest = sha256(f"canary {number}".encode()).digest()
    return "qx" + "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:10])
