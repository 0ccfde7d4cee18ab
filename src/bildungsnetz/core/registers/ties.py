"""Relations between institutions that follow from something else: joint bodies, measures, events.

Contexts above network register how to find them; the graph of the network joins them with the relations entered there.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from bildungsnetz.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Tie:
    """Two institutions (keys) have something to do with each other because of `label`; `topic` is a field of action."""

    first: int
    second: int
    label: str
    topic: int | None = None


Finder = Callable[[Actor, date], Iterable[Tie]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where derived relations come from: its key, its name, how they are found."""

    key: str
    name: str | Promise
    find: Finder


_sources: dict[str, Source] = {}


def register(key: str, name: str | Promise, find: Finder) -> None:
    """`find(actor, on)` gives the relations of a day, only from what the actor may see."""
    _sources[key] = Source(key, name, find)


def sources() -> list[Source]:
    return sorted(_sources.values(), key=lambda source: source.key)


def among(keys: Iterable[int], label: str, topic: int | None = None) -> list[Tie]:
    """Each with each, once."""
    known = sorted(set(keys))
    return [Tie(a, b, label, topic) for place, a in enumerate(known) for b in known[place + 1 :]]
