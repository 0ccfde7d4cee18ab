"""Gaps: which school has no partner for a topic within a distance, and who could be one.

A partner for a topic is an institution with which a relation on that topic runs. Who could be one: no school, works on the
topic by its own entry, lies within the distance; the nearest first, then those with fewer partners. Without coordinates
nobody can say how far it is: then an institution of the same city counts as near.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from bildungsnetz.network.domain.distance import Floats, between, kilometres
from bildungsnetz.network.domain.graph import Graph, Node

BEST: Final = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """A school without partner for a topic."""

    school: Node
    topic: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who could be partner and how far it is; None when nobody knows."""

    node: Node
    km: float | None


def find_gaps(graph: Graph, topics: Collection[int], *, within_km: float) -> list[Gap]:
    """Every selected school with every topic for which it has no partner near enough, by name of school."""
    has: dict[int, set[int]] = {}
    for edge in graph.edges:
        one, other = graph.by_key[edge.first], graph.by_key[edge.second]
        if is_near(one, other, within_km):
            for end in (one, other):
                has.setdefault(end.pk, set()).update(edge.topics)
    schools = sorted((n for n in graph.nodes if n.is_school and n.is_selected), key=lambda n: (n.name, n.pk))
    return [Gap(each, topic) for each in schools for topic in topics if topic not in has.get(each.pk, ())]


def is_near(one: Node, other: Node, within_km: float) -> bool:
    """Whether the other lies within the distance, or in the same city when that cannot be measured."""
    if one.point is None or other.point is None:
        return one.city == other.city
    return between(one.point, other.point) <= within_km


class Pool:
    """Everybody who could be a partner, ready to be asked for many schools."""

    def __init__(self, nodes: Iterable[Node], topics_of: Mapping[int, Collection[int]], graph: Graph) -> None:
        self._graph = graph
        self._by_topic: dict[int, list[Node]] = {}
        for node in nodes:
            for topic in topics_of.get(node.pk, ()):
                self._by_topic.setdefault(topic, []).append(node)
        self._places = {topic: _coordinates(found) for topic, found in self._by_topic.items()}

    def candidates(self, gap: Gap, *, within_km: float) -> list[Candidate]:
        """The best few for one gap."""
        found = sorted(self._near(gap, within_km), key=self._rank)
        return found[:BEST]

    def _near(self, gap: Gap, within_km: float) -> Iterator[Candidate]:
        nodes = self._by_topic.get(gap.topic, [])
        if gap.school.point is None or not nodes:
            yield from (Candidate(node, None) for node in nodes if node.city == gap.school.city)
            return
        far = kilometres(gap.school.point, *self._places[gap.topic])
        for place in np.flatnonzero(far <= within_km):
            yield Candidate(nodes[int(place)], round(float(far[place]), 1))
        yield from (
            Candidate(node, None) for node in nodes if node.point is None and node.city == gap.school.city
        )

    def _rank(self, candidate: Candidate) -> tuple[float, int, str]:
        busy = len(self._graph.partners.get(candidate.node.pk, ()))
        return (float("inf") if candidate.km is None else candidate.km, busy, candidate.node.name)


def _coordinates(nodes: list[Node]) -> tuple[Floats, Floats]:
    """Places without coordinates lie nowhere: no distance is smaller than NaN."""
    nowhere = float("nan")
    longitudes = [node.point.longitude if node.point else nowhere for node in nodes]
    latitudes = [node.point.latitude if node.point else nowhere for node in nodes]
    return np.array(longitudes), np.array(latitudes)
