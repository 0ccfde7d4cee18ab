"""Where each institution stands in the drawing: related ones near one another, groups apart, those alone in rows below.

Components are drawn by springs and set side by side; large ones are drawn group by group, because springs over everything
would take minutes and give a ball of wool.
"""

from math import cos, pi, sin, sqrt
from typing import Final

import rustworkx as rx

from bildungsnetz.network.domain.betweenness import SEED
from bildungsnetz.network.domain.graph import Shape

SPRINGS_UNTIL: Final = 600
GAP: Final = 1.5
GOLDEN: Final = pi * (3 - sqrt(5))
Place = tuple[float, float]
Pairs = list[tuple[int, int]]


def layout(shape: Shape, component_of: list[int], community_of: list[int]) -> list[Place]:
    """One place for each node; a unit is about the room of one node."""
    members: dict[int, list[int]] = {}
    for place, number in enumerate(component_of):
        members.setdefault(number, []).append(place)
    pairs: dict[int, Pairs] = {}
    for first, second, _weight in shape.pairs:
        pairs.setdefault(component_of[first], []).append((first, second))
    drawn = [_component(members[number], pairs.get(number, []), community_of) for number in sorted(members)]
    return _side_by_side(drawn, len(shape.keys))


def _component(members: list[int], pairs: Pairs, community_of: list[int]) -> dict[int, Place]:
    if len(members) <= SPRINGS_UNTIL:
        return _springs(members, pairs)
    return _grouped(members, pairs, community_of)


def _springs(members: list[int], pairs: Pairs) -> dict[int, Place]:
    if len(members) == 1:
        return {members[0]: (0.0, 0.0)}
    place_of = {member: number for number, member in enumerate(members)}
    graph: rx.PyGraph[int, int] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(members)
    graph.add_edges_from([(place_of[a], place_of[b], 1) for a, b in pairs])
    found = rx.spring_layout(graph, k=1.4 / sqrt(len(members)), num_iter=120, seed=SEED)
    size = 1.6 * sqrt(len(members))
    return {member: (size * found[place][0], size * found[place][1]) for member, place in place_of.items()}


def _grouped(members: list[int], pairs: Pairs, community_of: list[int]) -> dict[int, Place]:
    """Each community is a round field; fields that work together stand near one another."""
    fields: dict[int, list[int]] = {}
    for member in members:
        fields.setdefault(community_of[member], []).append(member)
    joined = sorted({tuple(sorted((community_of[a], community_of[b]))) for a, b in pairs})
    centres = _springs(sorted(fields), [(a, b) for a, b in joined if a != b])
    centres = _apart(centres, {number: sqrt(len(field)) for number, field in fields.items()})
    return {
        member: _on_spiral(centres[number], turn)
        for number, field in fields.items()
        for turn, member in enumerate(field)
    }


def _on_spiral(centre: Place, turn: int) -> Place:
    """The places of a sunflower: even everywhere."""
    radius = 0.9 * sqrt(turn)
    return centre[0] + radius * cos(turn * GOLDEN), centre[1] + radius * sin(turn * GOLDEN)


def _apart(centres: dict[int, Place], radii: dict[int, float]) -> dict[int, Place]:
    """Scale up, then push fields that still overlap away from one another."""
    factor = max(radii.values())
    found = {number: [x * factor / 2, y * factor / 2] for number, (x, y) in centres.items()}
    numbers = sorted(found)
    for _ in range(60):
        for place, a in enumerate(numbers):
            for b in numbers[place + 1 :]:
                _push(found[a], found[b], radii[a] + radii[b] + GAP)
    return {number: (x, y) for number, (x, y) in found.items()}


def _push(one: list[float], other: list[float], least: float) -> None:
    east, north = other[0] - one[0], other[1] - one[1]
    far = sqrt(east * east + north * north) or 0.01
    if far < least:
        shift = (least - far) / far / 2
        one[0], one[1] = one[0] - east * shift, one[1] - north * shift
        other[0], other[1] = other[0] + east * shift, other[1] + north * shift


def _side_by_side(drawn: list[dict[int, Place]], count: int) -> list[Place]:
    """The largest component first, the others in rows below it, from left to right."""
    found: list[Place] = [(0.0, 0.0)] * count
    left = top = height = 0.0
    width = max((_extent(part)[2] for part in drawn), default=0.0)
    width = max(width, 2 * sqrt(count))
    for part in drawn:
        west, south, wide, high = _extent(part)
        if left and left + wide > width:
            left, top, height = 0.0, top + height + GAP, 0.0
        for member, (x, y) in part.items():
            found[member] = (left + x - west, top + y - south)
        left, height = left + wide + GAP, max(height, high)
    return found


def _extent(part: dict[int, Place]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _y in part.values()], [y for _x, y in part.values()]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
