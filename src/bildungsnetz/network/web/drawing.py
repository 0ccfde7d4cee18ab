"""What the drawing in the browser and the tiles of the page get."""

from typing import Any, Final

from bildungsnetz.network.domain.figures import Figures
from bildungsnetz.network.domain.findings import overall
from bildungsnetz.network.domain.graph import Graph

MOST_NODES: Final = 2_000
MOST_EDGES: Final = 8_000


def drawn_places(graph: Graph, figures: Figures) -> list[int]:
    """The places that are drawn: all, or those with the most partners when there are too many to see anything."""
    places = range(len(graph.nodes))
    best = sorted(places, key=lambda place: (-figures.nodes[place].degree, place))
    return sorted(best[:MOST_NODES])


def drawn_pairs(graph: Graph, places: list[int]) -> list[tuple[int, int, int]]:
    """The edges among the drawn places as numbers in that list, the strongest ones when there are too many."""
    number_of = {place: number for number, place in enumerate(places)}
    found = [
        (number_of[a], number_of[b], weight)
        for a, b, weight in graph.shape.pairs
        if a in number_of and b in number_of
    ]
    return sorted(found, key=lambda pair: (-pair[2], pair))[:MOST_EDGES]


def drawing(graph: Graph, figures: Figures) -> dict[str, Any]:
    """Plain values for JSON: nodes with place, size and group; edges as pairs of numbers."""
    places = drawn_places(graph, figures)
    return {
        "nodes": [_node(graph, figures, place) for place in places],
        "edges": drawn_pairs(graph, places),
    }


def _node(graph: Graph, figures: Figures, place: int) -> dict[str, Any]:
    node, found = graph.nodes[place], figures.nodes[place]
    return {
        "key": node.pk,
        "name": node.name,
        "what": f"{node.kind}, {node.city}",
        "x": found.x,
        "y": found.y,
        "partners": found.degree,
        "group": found.community if found.degree else 0,
        "gate": found.is_gatekeeper,
        "outside": not node.is_selected,
    }


def counts(graph: Graph, figures: Figures | None) -> dict[str, int]:
    """The numbers of the tiles."""
    whole = overall(graph)
    return {
        "total": whole.total,
        "connected": whole.connected,
        "percent": whole.percent if whole.total else 0,
        "alone": whole.total - whole.connected,
        "edges": len(graph.edges),
        "groups": figures.communities if figures else 0,
    }
