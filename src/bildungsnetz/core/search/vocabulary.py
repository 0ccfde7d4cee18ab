"""The words of all entries: in them compounds and typing errors are looked up."""

from collections.abc import Iterable, Iterator

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


def containing(words: Iterable[str]) -> dict[str, list[str]]:
    """For each word the longer ones that hold it in any inflection, shortest first: Förderungen → Sprachförderung."""
    roots = {word: root(word) for word in words if is_learnable(word)}
    if not roots:
        return {}
    most = MOST_WORDS * len(roots)
    known = matching.words_with(sorted(set(roots.values()))).order_by("length", "word")
    found = list(known.values_list("word", flat=True)[:most])
    return {word: [one for one in found if part in one][:MOST_WORDS] for word, part in roots.items()}


def resembling(words: Iterable[str]) -> dict[str, list[str]]:
    """For each word those that differ by one slip (two in a long word) of the kind people make, nearest first."""
    slips = {word: 1 if len(word) < LONG_WORD else 2 for word in words if is_learnable(word)}
    if not slips:
        return {}
    lengths = sorted({len(word) + off for word, most in slips.items() for off in range(-most, most + 1)})
    near = list(
        SearchWord.objects.filter(length__in=lengths)
        .order_by("length", "word")
        .values_list("word", flat=True)
    )
    return {word: _nearest(word, near, most) for word, most in slips.items()}


def _nearest(word: str, near: list[str], slips: int) -> list[str]:
    found = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=MOST_WORDS)
    return [candidate for candidate, _distance, _place in found]
