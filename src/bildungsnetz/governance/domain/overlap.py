"""Which bodies work on the same topic with largely the same people.

Source: domain report, user story LB-10 ("same topic and more than half of the members in common") and the worry of a
member city of Kreis Mettmann that the multitude of bodies blocks results (1.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Staffing:
    """A body on a day: its topics and the people with a seat."""

    body_key: str
    topics: frozenset[str]
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two bodies with what they share; `percent` is counted on the smaller one."""

    one: str
    other: str
    topics: frozenset[str]
    people: frozenset[str]
    percent: int


def overlaps(bodies: Sequence[Staffing]) -> tuple[Overlap, ...]:
    """The pairs that share a topic and more than half of the members of the smaller one, most in common first."""
    found = [_shared(one, other) for one, other in combinations(bodies, 2) if _is_double(one, other)]
    return tuple(sorted(found, key=lambda each: (-each.percent, -len(each.people))))


def _is_double(one: Staffing, other: Staffing) -> bool:
    smaller = min(len(one.people), len(other.people))
    return bool(one.topics & other.topics) and 2 * len(one.people & other.people) > smaller


def _shared(one: Staffing, other: Staffing) -> Overlap:
    people = one.people & other.people
    percent = 100 * len(people) // min(len(one.people), len(other.people))
    return Overlap(one.body_key, other.body_key, one.topics & other.topics, people, percent)
