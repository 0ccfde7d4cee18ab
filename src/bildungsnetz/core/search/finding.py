"""Finding: words first, then compounds, then typing errors; nobody learns of what they may not see."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from django.conf import settings
from django.urls import translate_url
from django.utils.functional import Promise
from django.utils.translation import get_language, override

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.models import SearchEntry
from bildungsnetz.core.registers import search as register
from bildungsnetz.core.search import matching, query, ranking, vocabulary
from bildungsnetz.core.search.query import AllOf, AnyOf, Condition, Term, Word
from bildungsnetz.core.search.ranking import Candidate

FEW = 5
_PORTION = 5_000


@dataclass(frozen=True)
class Hit:
    """One thing found, with the address in the language of the asking page."""

    kind: str
    label: str | Promise
    pk: int
    title: str
    excerpt: str
    url: str


@dataclass(frozen=True)
class Hits:
    """One page of hits; `total` and `counts` (by kind) tell only of what the actor may see.

    `forgiving` says that nothing held the words as typed and these hits hold similar ones.
    """

    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    forgiving: bool = False


def find(
    text: str, *, actor: Actor, kinds: Iterable[str] | None = None, limit: int = 50, offset: int = 0
) -> Hits:
    """What the actor may see of what holds every word of `text`, best first. No text is an error; none finds nothing."""
    found, forgiving = _search(query.parse(text), actor, kinds)
    page = found[max(offset, 0) : max(offset, 0) + max(limit, 0)]
    return Hits(_shown(page), len(found), dict(Counter(one.kind for one in found)), forgiving)


def find_keys(text: str, kinds: str | Iterable[str], *, actor: Actor) -> list[int]:
    """The primary keys of all hits of one kind, best first, for a list that narrows itself by `text`."""
    wanted = [kinds] if isinstance(kinds, str) else kinds
    found, _forgiving = _search(query.parse(text), actor, wanted)
    return [one.key for one in found]


def _search(words: list[Word], actor: Actor, kinds: Iterable[str] | None) -> tuple[list[Candidate], bool]:
    """All that the actor may see, best first, and whether the words had to be read generously.

    Whether few or none were found is decided on what the actor may see: otherwise the answer would tell of the rest.
    """
    known = {source.kind for source in register.sources()}
    asked = known if kinds is None else known & set(kinds)
    if not words or not asked:
        return [], False
    plain = query.all_words(words, query.as_stem_or_beginning)
    found = _visible(plain, actor, asked)
    if len(found) >= FEW:
        return _ranked(found, words), False
    known_words = vocabulary.around(_parts(words), with_slips=not found)
    inside = _also_inside(known_words)
    wider = query.all_words(words, inside)
    more = _visible(wider, actor, asked) - found if wider != plain else set()
    if found or more:
        return [*_ranked(found, words), *_ranked(more, words)], False
    for condition in _with_slips(words, inside, known_words):
        if found := _visible(condition, actor, asked):
            return ranking.by_likeness(found, words), True
    return [], False


def _also_inside(known: list[str]) -> Callable[[str], Condition]:
    """The word, or a compound that holds it."""

    @cache
    def inside(word: str) -> Condition:
        longer = tuple(Term(compound) for compound in vocabulary.containing(word, known) if compound != word)
        plain = query.as_stem_or_beginning(word)
        return AnyOf((plain, *longer)) if longer else plain

    return inside


def _with_slips(
    words: list[Word], inside: Callable[[str], Condition], known: list[str]
) -> Iterator[Condition]:
    """First one word may be mistyped, then each may."""

    @cache
    def similar(word: str) -> Condition:
        near = tuple(query.as_stem(candidate) for candidate in vocabulary.resembling(word, known))
        return AnyOf((inside(word), *near))

    if len(words) > 1:
        yield AnyOf(
            tuple(
                AllOf(tuple(query.condition(word, similar if word is slip else inside) for word in words))
                for slip in words
            )
        )
    yield query.all_words(words, similar)


def _parts(words: list[Word]) -> list[str]:
    """All that the vocabulary may be asked for: the parts of each word, and the word written together."""
    return list(dict.fromkeys(part for word in words for part in (*word.parts, word.joined)))


def _visible(condition: Condition, actor: Actor, kinds: set[str]) -> set[Candidate]:
    """What meets the condition, less what the source of its kind hides from the actor."""
    matches: dict[str, list[Candidate]] = defaultdict(list)
    rows = matching.entries(condition).filter(kind__in=kinds)
    for row in rows.order_by("pk").values_list("pk", "kind", "key", "title_words"):
        matches[row[1]].append(Candidate(*row))
    return {one for kind, found in matches.items() for one in _let_through(kind, found, actor)}


def _let_through(kind: str, found: list[Candidate], actor: Actor) -> Iterator[Candidate]:
    visible = register.source(kind).visible
    for start in range(0, len(found), _PORTION):
        some = found[start : start + _PORTION]
        allowed = visible(actor, [one.key for one in some])
        yield from (one for one in some if one.key in allowed)


def _ranked(found: set[Candidate], words: list[Word]) -> list[Candidate]:
    if len(found) < 2:
        return list(found)
    whole = matching.entries(query.all_words(words, query.as_stem)).values_list("pk", flat=True)
    return ranking.by_title(found, words, set(whole))


def _shown(page: list[Candidate]) -> list[Hit]:
    entries = SearchEntry.objects.in_bulk([one.pk for one in page])
    return [_hit(entries[one.pk]) for one in page]


def _hit(entry: SearchEntry) -> Hit:
    label = register.source(entry.kind).label
    return Hit(entry.kind, label, entry.key, entry.title, entry.excerpt, _address(entry.url))


def _address(url: str) -> str:
    """The stored German address in the language of the page that shows the hit."""
    language = get_language() or settings.LANGUAGE_CODE
    if not url or language == settings.LANGUAGE_CODE:
        return url
    with override(settings.LANGUAGE_CODE):
        return translate_url(url, language)
