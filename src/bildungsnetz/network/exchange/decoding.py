"""Which encoding a German text file has when it is not UTF-8."""

from typing import Final

ENCODING_NAMES: Final = {"cp1252": "Windows-1252", "cp850": "DOS (Codepage 850)"}
_LETTERS: Final = frozenset("äöüÄÖÜß")


def likely_encoding(content: bytes) -> str:
    """The codec in which the file shows the most German letters; empty when none shows any."""
    scores = {codec: _letters_in(content, codec) for codec in ENCODING_NAMES}
    best = max(scores, key=lambda codec: scores[codec])
    return best if scores[best] else ""


def _letters_in(content: bytes, codec: str) -> int:
    return sum(letter in _LETTERS for letter in content.decode(codec, "ignore"))
