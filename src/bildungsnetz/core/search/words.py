"""German words as the search compares them: folded, split at hyphens, reduced to their stem."""

import re
import threading
import unicodedata
from functools import lru_cache
from itertools import islice

import snowballstemmer

LONGEST_WORD = 60
MOST_WORDS = 8_000
STEM = "="
_SHORTEST_ROOT = 4
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_STREET = re.compile(r"str\.")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011\u2013][^\W_]+)*")
_HYPHEN = re.compile(r"[-\u2010\u2011\u2013]")
_STOP_WORDS = """
    aber als am an auch auf aus bei beim bis das dass dem den der des die ein eine einem einen einer eines er es fuer
    hat im in ins ist mit nach oder ohne sein sich sie sind um und unter vom von vor was wer wie wird wo zu zum zur
    zwischen the of and
"""
# Snowball gives "Schüler" and "Schule" the same stem; here they are the two words that must not be mixed up.
_KEPT_APART = {"schueler": "schueler", "schuelern": "schueler", "schuelers": "schueler"}
_stemmers = threading.local()


def fold(text: str) -> str:
    """Lower case, ä→ae, ö→oe, ü→ue, ß→ss, other accents dropped, "…str." written out."""
    small = unicodedata.normalize("NFC", text).lower().translate(_UMLAUTS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    return _STREET.sub("strasse ", bare.lower())


def split(text: str) -> list[list[str]]:
    """The folded words in order, each with its parts: "Kita-Platz in Haan" → [[kita, platz], [in], [haan]]."""
    return [[part[:LONGEST_WORD] for part in _HYPHEN.split(word)] for word in _WORD.findall(fold(text))]


def words_of(text: str) -> list[str]:
    """All folded words in order; a word with hyphens gives its parts and itself written together."""
    found = []
    for parts in split(text):
        found += parts
        if len(parts) > 1:
            found.append("".join(parts)[:LONGEST_WORD])
    return found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a folded word."""
    if word in _KEPT_APART:
        return _KEPT_APART[word]
    if not hasattr(_stemmers, "german"):  # one for each thread: a stemmer keeps the word it works on
        _stemmers.german = snowballstemmer.stemmer("german")
    return str(_stemmers.german.stemWord(word))


def root(word: str) -> str:
    """The shortest beginning with the same stem, umlauts kept: kindergaerten → kindergaert, for looking into compounds."""
    wanted = stem(word)
    return next(
        word[:end]
        for end in range(min(_SHORTEST_ROOT, len(word)), len(word) + 1)
        if stem(word[:end]) == wanted
    )


def terms_of(*texts: str) -> str:
    """What the index holds of the texts: each word once and each stem once, marked.

    The limit keeps the longest document within what PostgreSQL can index (1 MB); no paper of ours comes near it.
    """
    words = set(islice(dict.fromkeys(word for text in texts for word in words_of(text)), MOST_WORDS))
    return " ".join(sorted(words | {STEM + stem(word) for word in words}))


def is_stop_word(word: str) -> bool:
    return word in _STOP_WORDS.split()
