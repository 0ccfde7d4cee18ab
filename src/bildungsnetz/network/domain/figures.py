"""Figures of a network: who has how many partners, who joins parts, which groups there are.

Definitions after Wasserman and Faust, "Social Network Analysis" (1994): degree = number of partners; component = all that
reach one another; gatekeeper = articulation point, without which a component falls apart; isolate = without partner.
Communities after Blondel et al. (2008, "Louvain"), with the intensity as weight.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx
import numpy as np
import rustworkx as rx

from bildungsnetz.network.domain.betweenness import SEED, Betweenness, betweenness
from bildungsnetz.network.domain.graph import Shape
from bildungsnetz.network.domain.layout import layout

EXACT_UNTIL: Final = 1_500
PIVOTS: Final = 600
STEPS: Final = 10
"""How often a long computation says that it is moving."""


@dataclass(frozen=True, slots=True)
class NodeFigures:
    """Figures of one institution; components and communities are numbered from the largest (1)."""

    degree: int
    betweenness: float
    component: int
    community: int
    is_gatekeeper: bool
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures by place in the shape, and how the betweenness was found."""

    nodes: tuple[NodeFigures, ...]
    components: int
    communities: int
    pivots: int
    error: float

    def as_json(self) -> dict[str, Any]:
        """Plain lists for a database."""
        rows = [[getattr(node, name) for name in NodeFigures.__slots__] for node in self.nodes]
        plain = {name: getattr(self, name) for name in ("components", "communities", "pivots", "error")}
        return {"nodes": rows, **plain}

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> "Figures":
        """What `as_json` gave."""
        return cls(**{**plain, "nodes": tuple(NodeFigures(*row) for row in plain["nodes"])})


def compute(shape: Shape, *, step: Callable[[], None] = lambda: None) -> Figures:
    """All figures; equal shapes give equal figures. `step` is called up to STEPS times on the way."""
    count = len(shape.keys)
    graph = _graph(count, shape)
    degrees = [graph.degree(place) for place in range(count)]
    component_of, components = _numbered(rx.connected_components(graph), count)
    step()
    community_of, communities = _numbered(_communities(shape), count)
    step()
    between = _betweenness(shape, graph, step)
    gates = rx.articulation_points(graph)
    where = layout(shape, component_of, community_of)
    step()
    nodes = tuple(
        NodeFigures(
            degrees[place],
            round(float(between.values[place]), 6),
            component_of[place],
            community_of[place],
            place in gates,
            round(where[place][0], 2),
            round(where[place][1], 2),
        )
        for place in range(count)
    )
    return Figures(nodes, components, communities, between.pivots, round(between.error, 6))


def _graph(count: int, shape: Shape) -> "rx.PyGraph[int, int]":
    graph: rx.PyGraph[int, int] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(count))
    graph.add_edges_from(list(shape.pairs))
    return graph


def _betweenness(shape: Shape, graph: "rx.PyGraph[int, int]", step: Callable[[], None]) -> Betweenness:
    count, told = len(shape.keys), 0
    if count <= EXACT_UNTIL:
        exact = rx.betweenness_centrality(graph)
        return Betweenness(np.array([exact[place] for place in range(count)]), count, 0.0)

    def tell(done: int) -> None:
        nonlocal told
        if done % (PIVOTS // (STEPS - 3)) == 0 and told < STEPS - 3:
            told += 1
            step()

    return betweenness(count, shape.pairs, pivots=PIVOTS, step=tell)


def _communities(shape: Shape) -> list[set[int]]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(shape.keys)))
    graph.add_weighted_edges_from(shape.pairs)
    return list(nx.community.louvain_communities(graph, weight="weight", seed=SEED))


def _numbered(groups: list[set[int]], count: int) -> tuple[list[int], int]:
    """Place → number of its group, the largest group first; groups of one are not counted as groups."""
    numbers = [0] * count
    for number, group in enumerate(sorted(groups, key=lambda each: (-len(each), min(each))), start=1):
        for place in group:
            numbers[place] = number
    return numbers, sum(len(group) > 1 for group in groups)
