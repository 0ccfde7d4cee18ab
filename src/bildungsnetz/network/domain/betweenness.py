"""Betweenness: on how many shortest ways between two others an institution lies.

Brandes, "A faster algorithm for betweenness centrality" (2001); from sampled pivots Brandes and Pich, "Centrality
estimation in large networks" (2007). Each level of a search is one step over whole arrays, so that a large network takes
milliseconds a pivot. Ways are counted in steps; how intense a relation is does not shorten them.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
CONFIDENCE: Final = 1.96  # two-sided 95 %
SEED: Final = 78


@dataclass(frozen=True)
class Betweenness:
    """Shares of all pairs (0 to 1) by place; `pivots` searches were made, `error` is the largest half width of the
    95 % intervals, 0 when every institution was a pivot."""

    values: Floats
    pivots: int
    error: float


def betweenness(
    count: int,
    pairs: Sequence[tuple[int, int, int]],
    *,
    pivots: int,
    step: Callable[[int], None] = lambda _done: None,
) -> Betweenness:
    """Exact when there are at least as many pivots as nodes, else estimated. `step(done)` is called after each pivot."""
    if count < 3 or not pairs:
        return Betweenness(np.zeros(count), count, 0.0)
    starts, targets = _neighbours(count, pairs)
    chosen = range(count) if pivots >= count else random.Random(SEED).sample(range(count), pivots)  # noqa: S311
    total, squares = np.zeros(count), np.zeros(count)
    for done, pivot in enumerate(chosen, start=1):
        share = _dependencies(pivot, count, starts, targets)
        total += share
        squares += share**2
        step(done)
    return _scaled(total, squares, len(chosen), count)


def _scaled(total: Floats, squares: Floats, used: int, count: int) -> Betweenness:
    """Means over the pivots, as shares of all pairs of others, with the finite population in mind."""
    most = (count - 1) * (count - 2) / count
    mean = total / used
    if used == count:
        return Betweenness(mean / most, used, 0.0)
    spread = np.maximum(squares / used - mean**2, 0) * used / max(used - 1, 1)
    error = CONFIDENCE * np.sqrt(spread / used * (count - used) / (count - 1))
    return Betweenness(mean / most, used, float(error.max() / most))


def _neighbours(count: int, pairs: Sequence[tuple[int, int, int]]) -> tuple[Ints, Ints]:
    """The neighbours of place p are `targets[starts[p]:starts[p + 1]]`."""
    ends = np.array([pair[:2] for pair in pairs], dtype=np.int64)
    sources = np.concatenate([ends[:, 0], ends[:, 1]])
    targets = np.concatenate([ends[:, 1], ends[:, 0]])
    order = np.argsort(sources, kind="stable")
    starts = np.zeros(count + 1, dtype=np.int64)
    starts[1:] = np.cumsum(np.bincount(sources, minlength=count))
    return starts, targets[order]


def _dependencies(pivot: int, count: int, starts: Ints, targets: Ints) -> Floats:
    """How much the ways from the pivot to all others depend on each."""
    distance = np.full(count, -1, dtype=np.int64)
    ways = np.zeros(count)
    distance[pivot], ways[pivot] = 0, 1.0
    frontier: Ints = np.array([pivot], dtype=np.int64)
    levels: list[tuple[Ints, Ints]] = []
    while frontier.size:
        tails, heads = _leaving(frontier, starts, targets)
        fresh = np.unique(heads[distance[heads] < 0])
        distance[fresh] = distance[frontier[0]] + 1
        onward = distance[heads] == distance[frontier[0]] + 1
        tails, heads = tails[onward], heads[onward]
        ways += np.bincount(heads, weights=ways[tails], minlength=count)
        levels.append((tails, heads))
        frontier = fresh
    depends = np.zeros(count)
    for tails, heads in reversed(levels):
        flow = ways[tails] / ways[heads] * (1 + depends[heads])
        depends += np.bincount(tails, weights=flow, minlength=count)
    depends[pivot] = 0
    return depends


def _leaving(frontier: Ints, starts: Ints, targets: Ints) -> tuple[Ints, Ints]:
    """All edges that leave the frontier: where from, where to."""
    degrees = starts[frontier + 1] - starts[frontier]
    tails = np.repeat(frontier, degrees)
    offsets = np.arange(degrees.sum()) - np.repeat(np.cumsum(degrees) - degrees, degrees)
    return tails, targets[np.repeat(starts[frontier], degrees) + offsets]
