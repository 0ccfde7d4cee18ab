"""Keeping the index in step with what it copies."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.utils.translation import override

from bildungsnetz.core.models import SearchEntry
from bildungsnetz.core.registers import search as register
from bildungsnetz.core.registers.search import Entry, Source
from bildungsnetz.core.search import matching, vocabulary, words

PORTION = 300
_LONGEST_TITLE = 300
T = TypeVar("T")
_COPIED = ["title", "excerpt", "url", "title_words", "terms"]
_waits = ContextVar("index_waits", default=False)


@contextmanager
def index_at_the_end() -> Iterator[None]:
    """While very many things are entered at once (the demo region), index nothing; make the whole index afterwards."""
    token = _waits.set(True)
    try:
        yield
    finally:
        _waits.reset(token)
    rebuild()


@transaction.atomic
def index(kind: str, pks: Iterable[int]) -> None:
    """Read these objects again through their source and store what may be found of them; vanished ones go.

    Call it in the service, inside the transaction of the act and after its writes: object and index then agree at every
    moment. Raises KeyError for a kind nobody registered.
    """
    source = register.source(kind)
    for some in () if _waits.get() else _portions(sorted(set(pks))):
        old = {entry.key: entry for entry in SearchEntry.objects.filter(kind=kind, key__in=some)}
        new = {entry.key: entry for entry in _read(source, some)}
        _store(old, new)
        before = _learnable(old.values())
        after = _learnable(new.values())
        vocabulary.learn(after - before)
        vocabulary.forget(before - after)


@transaction.atomic
def rebuild() -> dict[str, int]:
    """Make the whole index anew; gives how many entries each kind has."""
    counts = {source.kind: _rebuild(source) for source in register.sources()}
    SearchEntry.objects.exclude(kind__in=counts).delete()
    vocabulary.renew()
    matching.refresh_statistics()
    return counts


def _rebuild(source: Source) -> int:
    gone = set(SearchEntry.objects.filter(kind=source.kind).values_list("key", flat=True))
    count = 0
    for some in _portions(_read(source, None)):
        new = {entry.key: entry for entry in some}
        kept = SearchEntry.objects.filter(kind=source.kind, key__in=list(new))
        _store({entry.key: entry for entry in kept}, new)
        gone -= set(new)
        count += len(new)
    for lost in _portions(gone):
        SearchEntry.objects.filter(kind=source.kind, key__in=lost).delete()
    return count


def _read(source: Source, pks: list[int] | None) -> Iterator[SearchEntry]:
    """Rows as they should be; addresses without the prefix of another language, whoever's request this is."""
    with override(settings.LANGUAGE_CODE):
        for entry in source.read(pks):
            yield _row(entry)


def _row(entry: Entry) -> SearchEntry:
    return SearchEntry(
        kind=entry.kind,
        key=entry.pk,
        title=entry.title[:_LONGEST_TITLE],
        excerpt=entry.excerpt,
        url=entry.url,
        title_words=" ".join(words.words_of(entry.title)),
        terms=words.terms_of(entry.title, entry.body),
    )


def _store(old: dict[int, SearchEntry], new: dict[int, SearchEntry]) -> None:
    """Write what differs, drop what is no longer there."""
    SearchEntry.objects.filter(pk__in=[entry.pk for key, entry in old.items() if key not in new]).delete()
    changed = [entry for key, entry in new.items() if key not in old or _differs(old[key], entry)]
    SearchEntry.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["kind", "key"], update_fields=_COPIED
    )


def _differs(old: SearchEntry, new: SearchEntry) -> bool:
    return any(getattr(old, name) != getattr(new, name) for name in _COPIED)


def _learnable(entries: Iterable[SearchEntry]) -> set[str]:
    return set().union(*(vocabulary.words_in(entry.terms) for entry in entries))


def _portions(things: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(things)
    while some := list(islice(rest, PORTION)):
        yield some
