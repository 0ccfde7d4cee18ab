"""The words of all entries: in them compounds and typing errors are looked up."""

from collections.abc import Iterable, Iterator

from django.db.models import Q
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bildungsnetz.core.models import SearchEntry, SearchWord
from bildungsnetz.core.search import matching
from bildungsnetz.core.search.query import Term
from bildungsnetz.core.search.words import STEM, root

SHORTEST, LONGEST = 4, 40
LONG_WORD = 8
MOST_WORDS = 300
PORTION = 300


def is_learnable(word: str) -> bool:
    """Only words of letters; a school number with a digit wrong is another school."""
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def words_in(terms: str) -> set[str]:
    """The learnable words of an entry."""
    return {term for term in terms.split() if not term.startswith(STEM) and is_learnable(term)}


def learn(words: set[str]) -> None:
    """Make words known. Known ones are not touched, so that two people saving at once seldom wait for each other."""
    for some in _portions(words):
        known = set(SearchWord.objects.filter(word__in=some).values_list("word", flat=True))
        new = [SearchWord(word=word, length=len(word)) for word in some if word not in known]
        SearchWord.objects.bulk_create(new, ignore_conflicts=True)


def forget(words: set[str]) -> None:
    """Drop those of the words that no entry holds any more: what was erased must not live on here."""
    _drop({word for word in words if not matching.entries(Term(word)).exists()})


def renew() -> None:
    """Make the vocabulary agree with all entries."""
    held: set[str] = set()
    for terms in SearchEntry.objects.values_list("terms", flat=True).iterator():
        held |= words_in(terms)
    _drop(set(SearchWord.objects.values_list("word", flat=True)) - held)
    learn(held)


def _drop(words: set[str]) -> None:
    for some in _portions(words):
        SearchWord.objects.filter(word__in=some).delete()


def _portions(words: set[str]) -> Iterator[list[str]]:
    """In one fixed order, so that two transactions never wait for each other crosswise."""
    ordered = sorted(words)
    return (ordered[start : start + PORTION] for start in range(0, len(ordered), PORTION))


def around(words: Iterable[str], *, with_slips: bool) -> list[str]:
    """The known words in which compounds of the given ones are looked up and, if asked for, typing errors: one question.

    Shortest first.
    """
    learnable = [word for word in words if is_learnable(word)]
    if not learnable:
        return []
    near = Q(pk__in=matching.words_with(sorted({root(word) for word in learnable})).values("pk"))
    if with_slips:
        near |= Q(length__in=sorted({length for word in learnable for length in _lengths(word)}))
    return list(SearchWord.objects.filter(near).order_by("length", "word").values_list("word", flat=True))


def containing(word: str, known: list[str]) -> list[str]:
    """Longer words that hold this one in any inflection, shortest first: Förderungen → Sprachförderung."""
    if not is_learnable(word):
        return []
    part = root(word)
    return [one for one in known if part in one][:MOST_WORDS]


def resembling(word: str, known: list[str]) -> list[str]:
    """Words that differ by one slip (two in a long word) of the kind people make, nearest first."""
    if not is_learnable(word):
        return []
    return _nearest(word, known, _slips(word))


def _slips(word: str) -> int:
    return 1 if len(word) < LONG_WORD else 2


def _lengths(word: str) -> range:
    return range(len(word) - _slips(word), len(word) + _slips(word) + 1)


def _nearest(word: str, near: list[str], slips: int) -> list[str]:
    found = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=MOST_WORDS)
    return [candidate for candidate, _distance, _place in found]
