"""Hits of the search, with how many there are of each kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from bildungsnetz.core import search
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import search as register
from bildungsnetz.core.search import Hit

MOST = 500
"""Nobody reads further; whoever finds more is asked for another word."""


@dataclass(frozen=True)
class KindCount:
    kind: str
    label: str
    count: int


@dataclass(frozen=True)
class Results:
    """The hits of the chosen kind (empty: of all), at most MOST; `counts` and `total` are of all kinds."""

    chosen: str
    hits: list[Hit]
    counts: Sequence[KindCount]
    total: int
    forgiving: bool


def results(text: str, *, actor: Actor, kind: str) -> Results:
    """What the actor may find; a kind without a hit counts as none chosen."""
    found = search.find(text, actor=actor, limit=MOST)
    labels = {source.kind: str(source.label) for source in register.sources()}
    counts = [KindCount(key, labels[key], count) for key, count in found.counts.items()]
    chosen = kind if kind in found.counts else ""
    hits = search.find(text, actor=actor, kinds=[chosen], limit=MOST).hits if chosen else found.hits
    return Results(chosen, hits, sorted(counts, key=lambda one: one.label), found.total, found.forgiving)
