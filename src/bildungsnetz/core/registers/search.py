"""What the search may find: each context registers how to read its entries and who may see a hit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from bildungsnetz.core.actor import Actor


@dataclass(frozen=True)
class Entry:
    """One findable thing: `body` is searched but shown only as `excerpt`."""

    kind: str
    pk: int
    title: str
    body: str = ""
    excerpt: str = ""
    url: str = ""


Visible = Callable[[Actor, Iterable[int]], set[int]]
Reader = Callable[[Iterable[int] | None], Iterable[Entry]]


@dataclass(frozen=True)
class Source:
    kind: str
    label: str | Promise
    read: Reader
    visible: Visible


_sources: dict[str, Source] = {}


def register(kind: str, *, label: str | Promise, read: Reader, visible: Visible) -> None:
    """`read(pks or None)` gives the entries of these (all) objects; `visible(actor, pks)` the keys the actor may see."""
    _sources[kind] = Source(kind, label, read, visible)


def source(kind: str) -> Source:
    return _sources[kind]


def sources() -> list[Source]:
    return list(_sources.values())
