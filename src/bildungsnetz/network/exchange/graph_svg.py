"""The graph as a picture: SVG without script and style, so that it opens everywhere and prints well."""

from collections.abc import Iterator, Sequence
from html import escape
from math import sqrt
from typing import Final

from bildungsnetz.network.domain.figures import Figures, NodeFigures
from bildungsnetz.network.domain.graph import Graph, Node

COLOURS: Final = ("#1a4fa0", "#b3261e", "#1b7a3d", "#8a5a00", "#6a3fa0", "#00707d", "#a0327a", "#4b5a6b")
ALONE: Final = "#6b7280"
LABELS: Final = 14
LONGEST_LABEL: Final = 28
FONT: Final = 8
LETTER: Final = 0.62  # width of a letter in parts of the size of the font, wide ones included
UNIT: Final = 14
SIDE: Final = 30  # room left and right for names that reach beyond their point
Box = tuple[float, float, float, float]
Drawn = list[tuple[Node, NodeFigures]]


def as_svg(graph: Graph, figures: Figures, places: Sequence[int], title: str) -> bytes:
    """The drawing of some places, with names at those with the most partners; each point tells its name."""
    drawn = [(graph.nodes[place], figures.nodes[place]) for place in places]
    width = UNIT * (max((found.x for _node, found in drawn), default=0) + 4) + 2 * SIDE
    height = UNIT * (max((found.y for _node, found in drawn), default=0) + 4)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-{SIDE} 0 {width:.0f} {height:.0f}" width="{width:.0f}"',
        f' height="{height:.0f}" role="img" font-family="Fira Sans, Arial, sans-serif">',
        f"<title>{escape(title)}</title>",
        f'<rect x="-{SIDE}" width="{width:.0f}" height="{height:.0f}" fill="#ffffff"/>',
        *_lines(graph, figures, set(places)),
        *_points(drawn),
        *_names(drawn, width),
        "</svg>",
    ]
    return "".join(parts).encode()


def _lines(graph: Graph, figures: Figures, places: set[int]) -> Iterator[str]:
    yield '<g stroke="#9aa3b5" stroke-opacity="0.55">'
    for a, b, weight in graph.shape.pairs:
        if a in places and b in places:
            (x1, y1), (x2, y2) = _at(figures.nodes[a]), _at(figures.nodes[b])
            thick = 0.4 + 0.3 * weight
            yield f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke-width="{thick:.1f}"/>'
    yield "</g>"


def _points(drawn: Drawn) -> Iterator[str]:
    yield '<g stroke="#ffffff" stroke-width="0.8">'
    for node, found in drawn:
        x, y = _at(found)
        named = f"<title>{escape(node.name)}</title>"
        yield f'<circle cx="{x}" cy="{y}" r="{_radius(found)}" fill="{_colour(found)}">{named}</circle>'
    yield "</g>"


def _names(drawn: Drawn, width: float) -> Iterator[str]:
    """Names of those with the most partners, left out where they would touch another one or leave the picture."""
    yield f'<g font-size="{FONT}" text-anchor="middle" fill="#171a2b" stroke="#ffffff" stroke-width="2.4" '
    yield 'paint-order="stroke">'
    taken: list[Box] = []
    for node, found in sorted(drawn, key=lambda pair: -pair[1].degree):
        name = _short(node.name)
        box = _box_of(name, found)
        is_inside = box[0] >= -SIDE and box[2] <= width - SIDE and box[1] >= 0
        if (
            found.degree
            and is_inside
            and len(taken) < LABELS
            and not any(_touch(box, other) for other in taken)
        ):
            taken.append(box)
            x, y = _at(found)
            yield f'<text x="{x}" y="{y - _radius(found) - 2:.1f}">{escape(name)}</text>'
    yield "</g>"


def _box_of(name: str, found: NodeFigures) -> Box:
    """Left, top, right, bottom of a name above its point."""
    (x, y), half = _at(found), FONT * LETTER * len(name) / 2
    bottom = y - _radius(found) - 2
    return x - half, bottom - FONT, x + half, bottom + FONT / 4


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _at(found: NodeFigures) -> tuple[float, float]:
    return round(UNIT * (found.x + 2), 1), round(UNIT * (found.y + 2), 1)


def _radius(found: NodeFigures) -> float:
    return round(2.6 + 1.1 * sqrt(found.degree), 1)


def _colour(found: NodeFigures) -> str:
    return COLOURS[(found.community - 1) % len(COLOURS)] if found.degree else ALONE


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1].rstrip()}…"
