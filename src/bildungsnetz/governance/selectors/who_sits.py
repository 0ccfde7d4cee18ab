"""Who sits where: all bodies the actor may see on a day, as a matrix and as pairs that overlap."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.overlap import Staffing, overlaps
from bildungsnetz.governance.models import Body, Chair, Deputyship, Mandate
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.selectors.seats import running
from bildungsnetz.network.api import FieldOfAction, Person


@dataclass(frozen=True)
class PersonLine:
    """A person and what she is in each body (name and word), in the order of the columns; no word where she is nothing."""

    person: Person
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Matrix:
    """Bodies as columns, persons as rows by name."""

    bodies: list[Body]
    lines: list[PersonLine]


def matrix(actor: Actor, *, on: date, field: FieldOfAction | None = None, several: bool = False) -> Matrix:
    """Who sits where on a day; only bodies of a field of action, only people in several bodies, if asked."""
    found = _working(actor, field)
    held = _held(found, on)
    people = {person.pk: person for person, _body, _word in held}
    words: dict[int, dict[int, str]] = defaultdict(dict)
    for person, body_pk, word in held:
        words[person.pk].setdefault(body_pk, word)
    lines = [
        PersonLine(people[pk], tuple((body.name, in_bodies.get(body.pk, "")) for body in found))
        for pk, in_bodies in words.items()
        if not several or len(in_bodies) > 1
    ]
    return Matrix(found, sorted(lines, key=lambda line: (line.person.sort_name, line.person.pk)))


@dataclass(frozen=True)
class Double:
    """Two bodies that share a topic and more than half of the members of the smaller one."""

    one: Body
    other: Body
    topics: list[str]
    people: list[Person]
    percent: int


def doubles(actor: Actor, *, on: date) -> list[Double]:
    """The overlap report of a day."""
    found = {str(body.pk): body for body in _working(actor)}
    topics = {
        key: {str(topic.pk): topic.name for topic in body.fields_of_action.all()}
        for key, body in found.items()
    }
    seated: dict[str, dict[str, Person]] = defaultdict(dict)
    for mandate in _mandates(list(found.values()), on):
        seated[str(mandate.seat_rule.body_id)][str(mandate.person_id)] = mandate.person
    staffing = [Staffing(key, frozenset(topics[key]), frozenset(seated[key])) for key in found]
    return [
        Double(
            found[each.one],
            found[each.other],
            sorted(topics[each.one][topic] for topic in each.topics),
            sorted((seated[each.one][person] for person in each.people), key=lambda person: person.sort_name),
            each.percent,
        )
        for each in overlaps(staffing)
    ]


def _working(actor: Actor, field: FieldOfAction | None = None) -> list[Body]:
    rows = bodies(actor).filter(is_active=True).prefetch_related("fields_of_action")
    return list(rows.filter(fields_of_action=field) if field is not None else rows)


def _mandates(found: list[Body], on: date) -> list[Mandate]:
    rows = Mandate.objects.filter(running(on), seat_rule__body__in=found)
    return list(rows.select_related("seat_rule", "person").order_by("pk"))


def _held(found: list[Body], on: date) -> list[tuple[Person, int, str]]:
    """Chairs before members before deputies, so that the first word of a person in a body is the one to show."""
    mandates = _mandates(found, on)
    running_keys = {mandate.pk for mandate in mandates}
    chairs = Chair.objects.filter(running(on), mandate__in=running_keys).order_by("pk")
    chairing = set(chairs.values_list("mandate_id", flat=True))
    stand_ins = (
        Deputyship.objects.filter(running(on), mandate__in=running_keys)
        .select_related("person", "mandate__seat_rule")
        .order_by("pk")
    )
    ordered = sorted(mandates, key=lambda mandate: mandate.pk not in chairing)
    return [
        *((each.person, each.seat_rule.body_id, _word(each, chairing)) for each in ordered),
        *((each.person, each.mandate.seat_rule.body_id, _("Vertretung")) for each in stand_ins),
    ]


def _word(mandate: Mandate, chairing: set[int]) -> str:
    if mandate.pk in chairing:
        return _("Vorsitz")
    return _("beratend") if mandate.seat_rule.advisory else _("Mitglied")
