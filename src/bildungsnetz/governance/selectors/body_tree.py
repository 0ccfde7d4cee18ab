"""The bodies as a tree of nested lists."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bildungsnetz.governance.selectors.bodies import BodyLine


@dataclass(frozen=True)
class Node:
    """A body with those that belong to it."""

    line: BodyLine
    below: "list[Node]" = field(default_factory=list)


def tree_of(lines: Sequence[BodyLine]) -> list[Node]:
    """The lines of `overview` (each after the one it belongs to) as nodes of the top."""
    top: list[Node] = []
    way: list[Node] = []
    for line in lines:
        node = Node(line)
        del way[line.depth :]
        (way[-1].below if way else top).append(node)
        way.append(node)
    return top
