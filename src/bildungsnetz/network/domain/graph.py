"""The network as a graph of institutions on a day: values without database."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from bildungsnetz.network.domain.coordinates import Point


@dataclass(frozen=True, slots=True)
class Node:
    """An institution; `is_selected` unless it is only shown as partner of a selected one."""

    pk: int
    name: str
    kind: str
    city: str
    is_school: bool = False
    point: Point | None = None
    is_selected: bool = True


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation as it comes in, before those of the same two institutions are joined."""

    first: int
    second: int
    weight: int
    source: str
    topic: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """All relations of two institutions; the smaller key stands first, the strongest relation gives the weight."""

    first: int
    second: int
    weight: int
    sources: frozenset[str]
    topics: frozenset[int]
    count: int = 1


@dataclass(frozen=True)
class Graph:
    """Nodes by key and edges by the keys of their ends, both in one fixed order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    by_key: dict[int, Node] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {node.pk: node for node in self.nodes})

    @cached_property
    def partners(self) -> dict[int, set[int]]:
        """Key → the keys of the institutions it has a relation to; everybody has an entry."""
        found: dict[int, set[int]] = {node.pk: set() for node in self.nodes}
        for edge in self.edges:
            found[edge.first].add(edge.second)
            found[edge.second].add(edge.first)
        return found

    @cached_property
    def shape(self) -> "Shape":
        """The bare structure: what figures and layout depend on."""
        place = {node.pk: number for number, node in enumerate(self.nodes)}
        pairs = tuple((place[edge.first], place[edge.second], edge.weight) for edge in self.edges)
        return Shape(tuple(node.pk for node in self.nodes), pairs)


@dataclass(frozen=True)
class Shape:
    """Keys of the nodes, and the edges as pairs of their places with a weight."""

    keys: tuple[int, ...]
    pairs: tuple[tuple[int, int, int], ...]

    @cached_property
    def content_hash(self) -> str:
        """Equal exactly when keys, edges and weights are: under this name results are kept."""
        return hashlib.sha256(json.dumps([self.keys, self.pairs]).encode()).hexdigest()


def join(relations: Iterable[Relation]) -> tuple[Edge, ...]:
    """One edge for each two institutions, in the order of their keys."""
    joined: dict[tuple[int, int], list[Relation]] = {}
    for each in relations:
        if each.first != each.second:
            pair = (min(each.first, each.second), max(each.first, each.second))
            joined.setdefault(pair, []).append(each)
    return tuple(_edge(pair, those) for pair, those in sorted(joined.items()))


def _edge(pair: tuple[int, int], those: list[Relation]) -> Edge:
    return Edge(
        *pair,
        weight=max(each.weight for each in those),
        sources=frozenset(each.source for each in those),
        topics=frozenset(each.topic for each in those if each.topic is not None),
        count=len(those),
    )


def select(nodes: Iterable[Node], relations: Iterable[Relation]) -> Graph:
    """The graph of the selected institutions and their direct partners.

    A relation counts when it ends at a selected institution; relations among partners outside of the selection do not.
    """
    known = {node.pk: node for node in nodes}
    edges = tuple(
        edge
        for edge in join(relations)
        if edge.first in known
        and edge.second in known
        and (known[edge.first].is_selected or known[edge.second].is_selected)
    )
    touched = {end for edge in edges for end in (edge.first, edge.second)}
    kept = sorted(pk for pk, node in known.items() if node.is_selected or pk in touched)
    return Graph(tuple(known[pk] for pk in kept), edges)
