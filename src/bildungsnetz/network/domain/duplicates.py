"""Which entries may mean the same: compared only inside small blocks, so that a whole Land stays fast.

Names are compared folded, word order does not matter. One sign alone is never enough except an equal number: schools
share buildings, offices share telephones.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.utils.functional import _StrPromise

EQUAL, ALIKE, RELATED = 97, 86, 60
NEAR_METRES: Final = 250
LARGEST_BLOCK: Final = 400
_EARTH: Final = 6_371_000


class Sign(StrEnum):
    """Why two entries may mean the same."""

    NUMBER = "number"
    NAME = "name"
    NAME_ALIKE = "name_alike"
    ADDRESS = "address"
    NEAR = "near"
    CITY = "city"
    CONTACT = "contact"


SIGN_NAMES: Final[dict[Sign, _StrPromise]] = {
    Sign.NUMBER: _("gleiche Nummer"),
    Sign.NAME: _("gleicher Name"),
    Sign.NAME_ALIKE: _("ähnlicher Name"),
    Sign.ADDRESS: _("gleiche Anschrift"),
    Sign.NEAR: _("weniger als 250 Meter entfernt"),
    Sign.CITY: _("gleicher Ort"),
    Sign.CONTACT: _("gleicher Kontaktweg"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One entry as it is compared: everything folded; `contacts` are mail addresses, telephones, pages."""

    pk: int
    name: str
    number: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    point: tuple[float, float] | None = None
    contacts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may mean the same, the older one first, with the signs and how strong they are together."""

    first: int
    second: int
    signs: tuple[Sign, ...]
    score: int


def find_pairs(entries: Iterable[Compared], distinct: frozenset[tuple[int, int]] = frozenset()) -> list[Pair]:
    """All pairs with signs enough, strongest first; known distinct ones are left out."""
    rows = sorted(entries, key=lambda each: each.pk)
    found: dict[tuple[int, int], Pair] = {}
    for block in _blocks(rows):
        sortable = [(row, _sorted_words(row.name)) for row in block]
        for (one, first), (other, second) in combinations(sortable, 2):
            alike = fuzz.ratio(first, second, score_cutoff=RELATED)
            if not alike and (not one.number or one.number != other.number):
                continue
            if (one.pk, other.pk) not in distinct and (pair := _pair(one, other, alike)):
                found[pair.first, pair.second] = pair
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.first, pair.second))


def compare(one: Compared, other: Compared) -> Pair | None:
    """The pair of two entries, or None when nothing or too little speaks for it."""
    return _pair(one, other, fuzz.ratio(_sorted_words(one.name), _sorted_words(other.name)))


def _pair(one: Compared, other: Compared, alike: float) -> Pair | None:
    signs = _signs(one, other, alike)
    place = {Sign.ADDRESS, Sign.NEAR} & signs
    is_pair = (
        Sign.NUMBER in signs
        or (Sign.NAME in signs and bool(place | {Sign.CITY, Sign.CONTACT} & signs))
        or (Sign.NAME_ALIKE in signs and bool(place | {Sign.CONTACT} & signs))
        or (Sign.CONTACT in signs and bool(place) and alike >= RELATED)
    )
    if not is_pair:
        return None
    low, high = sorted((one.pk, other.pk))
    return Pair(low, high, tuple(sign for sign in Sign if sign in signs), round(alike) + 20 * len(signs))


def _sorted_words(name: str) -> str:
    """Word order does not matter; sorted once a name, not once a comparison."""
    return " ".join(sorted(name.split()))


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points (longitude, latitude) on the ground."""
    (lon1, lat1), (lon2, lat2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def _signs(one: Compared, other: Compared, alike: float) -> set[Sign]:
    same_city = bool(one.city) and one.city == other.city
    tests = {
        Sign.NUMBER: bool(one.number) and one.number == other.number,
        Sign.NAME: alike >= EQUAL,
        Sign.NAME_ALIKE: ALIKE <= alike < EQUAL,
        Sign.ADDRESS: bool(one.street)
        and one.street == other.street
        and (same_city or one.postal_code == other.postal_code),
        Sign.CITY: same_city,
        Sign.CONTACT: bool(one.contacts & other.contacts),
    }
    found = {sign for sign, is_so in tests.items() if is_so}
    if one.point and other.point and alike >= RELATED and metres(one.point, other.point) < NEAR_METRES:
        found.add(Sign.NEAR)
    return found


def _blocks(rows: list[Compared]) -> Iterator[list[Compared]]:
    """Entries with something in common; a block that grew too large is cut by the beginning of the name."""
    blocks: dict[tuple[str, str], list[Compared]] = defaultdict(list)
    for row in rows:
        for kind, value in (("plz", row.postal_code), ("city", row.city), ("number", row.number)):
            if value:
                blocks[kind, value].append(row)
        for contact in row.contacts:
            blocks["contact", contact].append(row)
    for block in blocks.values():
        if len(block) <= LARGEST_BLOCK:
            yield block
            continue
        smaller: dict[str, list[Compared]] = defaultdict(list)
        for row in block:
            smaller[row.name[:3]].append(row)
        yield from (part[:LARGEST_BLOCK] for part in smaller.values())
