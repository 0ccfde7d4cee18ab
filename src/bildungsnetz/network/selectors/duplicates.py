"""Pairs of entries that may mean the same, and what a merge of two would do."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.search import words
from bildungsnetz.network import policies
from bildungsnetz.network.domain.duplicates import SIGN_NAMES, Compared, Pair, find_pairs
from bildungsnetz.network.domain.merging import MergeKind
from bildungsnetz.network.models import (
    ContactChannel,
    DistinctPair,
    Function,
    Institution,
    Merge,
    Person,
    Site,
)

MOST_PAIRS = 500


@dataclass(frozen=True, slots=True)
class Candidate:
    """One line of the list: two entries and why they may mean the same."""

    first: Institution | Person
    second: Institution | Person
    reasons: list[str]


def institution_pairs(actor: Actor) -> list[Candidate]:
    """The strongest pairs of institutions; six queries however many there are."""
    if not policies.may_merge(actor):
        return []
    pairs = find_pairs(_compared_institutions(), _distinct(MergeKind.INSTITUTION))[:MOST_PAIRS]
    rows = Institution.objects.select_related("municipality").order_by("pk")
    return _candidates(pairs, rows)


def person_pairs(actor: Actor) -> list[Candidate]:
    """The strongest pairs of persons."""
    if not policies.may_merge(actor):
        return []
    pairs = find_pairs(_compared_people(), _distinct(MergeKind.PERSON))[:MOST_PAIRS]
    return _candidates(pairs, Person.objects.order_by("pk"))


def merges(actor: Actor) -> QuerySet[Merge]:
    """All merges, newest first, for those who may merge."""
    found = Merge.objects.order_by("-merged_at", "-pk")
    return found if policies.may_merge(actor) else found.none()


def merged_into_institution(pk: int) -> int | None:
    """The key of the institution that one has gone into, if it has."""
    return (
        Merge.objects.filter(kind=MergeKind.INSTITUTION, loser=pk, undone_at__isnull=True)
        .order_by("-merged_at")
        .values_list("winner", flat=True)
        .first()
    )


def _candidates(pairs: list[Pair], rows: "QuerySet[Institution] | QuerySet[Person]") -> list[Candidate]:
    keys = {key for pair in pairs for key in (pair.first, pair.second)}
    found: dict[int, Institution | Person] = {}
    for chunk in _chunks(sorted(keys)):
        found |= {row.pk: row for row in rows.filter(pk__in=chunk)}
    return [
        Candidate(found[pair.first], found[pair.second], [str(SIGN_NAMES[sign]) for sign in pair.signs])
        for pair in pairs
    ]


def _compared_institutions() -> Iterable[Compared]:
    contacts = defaultdict(set)
    for pk, value in ContactChannel.objects.order_by("pk").values_list("institution", "value"):
        contacts[pk].add(_contact(value))
    columns = ("institution", "street", "postal_code", "city", "longitude", "latitude")
    sites = {
        row[0]: row[1:] for row in Site.objects.filter(is_main=True).order_by("pk").values_list(*columns)
    }
    for pk, name, number in Institution.objects.order_by("pk").values_list("pk", "name", "official_number"):
        street, postal_code, city, longitude, latitude = sites.get(pk, ("", "", "", None, None))
        yield Compared(
            pk,
            words.fold(name),
            number or "",
            words.fold(street).strip(),
            postal_code,
            words.fold(city),
            (longitude, latitude) if longitude is not None and latitude is not None else None,
            frozenset(contacts[pk] - {""}),
        )


def _compared_people() -> Iterable[Compared]:
    """Persons are near one another when they work in the same institution."""
    places = defaultdict(set)
    for person, institution in Function.objects.order_by("pk").values_list("person", "institution"):
        places[person].add(f"institution {institution}")
    columns = ("pk", "first_name", "last_name", "email", "phone")
    for pk, first, last, email, phone in Person.objects.order_by("pk").values_list(*columns):
        contacts = {_contact(email), _contact(phone), *places[pk]} - {""}
        last_name = words.fold(last)
        yield Compared(pk, f"{words.fold(first)} {last_name}", city=last_name, contacts=frozenset(contacts))


def _contact(value: str) -> str:
    """Digits of a telephone, everything else in lower case without what varies in addresses of the web."""
    digits = "".join(sign for sign in value if sign.isdecimal())
    if len(digits) >= 6 and "@" not in value and "." not in value:
        return digits.removeprefix("0049").removeprefix("49").removeprefix("0")
    return value.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _distinct(kind: MergeKind) -> frozenset[tuple[int, int]]:
    return frozenset(DistinctPair.objects.filter(kind=kind).order_by("pk").values_list("first", "second"))


def _chunks(keys: list[int], size: int = 500) -> Iterable[list[int]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))
