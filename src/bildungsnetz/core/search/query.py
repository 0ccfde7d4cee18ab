"""What a person typed, as words that must all be found, and how each database is asked for them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bildungsnetz.core.search import words

LONGEST_QUERY = 400
MOST_WORDS = 12
SHORTEST_STEM_AS_BEGINNING = 6


@dataclass(frozen=True)
class Term:
    """One entry of the index: a word, the beginning of words, or a marked stem."""

    text: str
    as_beginning: bool = False


@dataclass(frozen=True)
class AllOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    parts: tuple["Condition", ...]


Condition = Term | AllOf | AnyOf


@dataclass(frozen=True)
class Word:
    """One word of the query; a word with hyphens also counts when it is written together or apart."""

    parts: tuple[str, ...]

    @property
    def joined(self) -> str:
        return "".join(self.parts)[: words.LONGEST_WORD]


def parse(text: str) -> list[Word]:
    """The words to look for. Stop words count only when there is nothing else; no text is an error."""
    found = [Word(tuple(parts)) for parts in words.split(text[:LONGEST_QUERY])]
    telling = [word for word in found if not words.is_stop_word(word.joined)]
    return list(dict.fromkeys(telling or found))[:MOST_WORDS]


def as_stem_or_beginning(word: str) -> Condition:
    """The word in any inflection, or as the beginning of a longer one."""
    stem = words.stem(word)
    ways = [Term(words.STEM + stem), Term(word, as_beginning=len(word) > 1)]
    if stem != word and len(stem) >= SHORTEST_STEM_AS_BEGINNING:
        ways.append(Term(stem, as_beginning=True))
    return AnyOf(tuple(ways))


def as_stem(word: str) -> Condition:
    """The word in any inflection."""
    return Term(words.STEM + words.stem(word))


def condition(word: Word, meet: Callable[[str], Condition]) -> Condition:
    """What an entry must hold for one word of the query, where `meet` says it for a word without hyphens."""
    if len(word.parts) == 1:
        return meet(word.joined)
    return AnyOf((AllOf(tuple(meet(part) for part in word.parts)), meet(word.joined)))


def all_words(query: Iterable[Word], meet: Callable[[str], Condition]) -> Condition:
    return AllOf(tuple(condition(word, meet) for word in query))


def for_sqlite(asked: Condition) -> str:
    """The condition in the language of FTS5. Terms hold letters, digits and "=" only, so nothing needs escaping."""
    if isinstance(asked, Term):
        return f'"{asked.text}"' + (" *" if asked.as_beginning else "")
    return _joined(asked.parts, for_sqlite, " AND " if isinstance(asked, AllOf) else " OR ")


def for_postgresql(asked: Condition) -> str:
    """The condition as tsquery."""
    if isinstance(asked, Term):
        return f"'{asked.text}'" + (":*" if asked.as_beginning else "")
    return _joined(asked.parts, for_postgresql, " & " if isinstance(asked, AllOf) else " | ")


def _joined(parts: Sequence[Condition], write: Callable[[Condition], str], sign: str) -> str:
    return "(" + sign.join(write(part) for part in parts) + ")"
