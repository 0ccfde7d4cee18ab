"""Invented people in their functions: heads of schools and institutions, their deputies, coordinators, predecessors."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.names import address_of
from bildungsnetz.config.demo.places import phone
from bildungsnetz.config.demo.region import FOUNDED, Region
from bildungsnetz.core.actor import Actor
from bildungsnetz.network.api import (
    FunctionKind,
    Institution,
    Person,
    PersonEntry,
    end_function,
    enter_function,
    enter_person,
)

CAREER_FORMS = {"04", "10", "14", "15", "20", "30"}
SEATS = {
    FunctionKind.PRINCIPAL: "schulen",
    FunctionKind.MANAGEMENT: "partner",
    FunctionKind.CAREER_COORDINATOR: "mitglieder",
    FunctionKind.CONTACT: "mitglieder",
}
"""On which kind of seat somebody with this function may be called."""
UNMAILED = FunctionKind.DEPUTY_PRINCIPAL
FEW = 14
HANDOVER = 12  # every so many schools got a new head while the network worked
_F = FunctionKind


@dataclass(frozen=True)
class Place:
    """A function somewhere that somebody is to hold."""

    institution: Institution
    function: FunctionKind
    label: str = ""


def enter_people(region: Region, schools: list[Institution], others: list[Institution]) -> None:
    """Somebody for every place; a few heads of schools hand over to a successor, the others may be called to a seat."""
    if region.is_small:
        schools, others = schools[:FEW], others[-FEW:]
    places = [*_in_schools(schools), *_in_others(others)]
    heads = [(school, FunctionKind.PRINCIPAL) for school in schools[::HANDOVER]]
    staying: dict[str, list[Person]] = defaultdict(list)
    for number, place in enumerate(places):
        at = region.at(FOUNDED + 15 + number // 12, 9, number % 60)
        person = enter_invented(region, place, at)
        if (place.institution, place.function) in heads:
            _hand_over(region, place, person, number)
        else:
            staying[SEATS.get(place.function, "")].append(person)
    region.candidates.update({seat: iter(people) for seat, people in staying.items()})


def enter_invented(region: Region, place: Place, at: datetime) -> Person:
    """An invented person holding a function since some years before the network began."""
    clerk = region.actor(CLERK, at)
    person = _enter_person(region, clerk, at, is_never_mailed=place.function == UNMAILED)
    since = region.day(FOUNDED - region.chance.randint(100, 4000))
    enter_function(
        actor=clerk,
        person=person,
        institution=place.institution,
        kind=place.function,
        label=place.label,
        started_on=since,
        now=at,
    )
    return person


def _enter_person(region: Region, clerk: Actor, at: datetime, *, is_never_mailed: bool = False) -> Person:
    """The address of somebody who gets mail also stands in the outbox, so it can hold no canary."""
    first, last = next(region.names)
    title = "Dr." if region.chance.random() < 0.06 else ""
    readers, mark = region.who_may("network.person.see"), region.canary.mark
    local, sign, domain = address_of(first, last).partition("@")
    if is_never_mailed:
        local = mark(local, "network.Person.email", readers, joint=".")
    number = mark(phone(region.chance), "network.Person.phone", readers)
    entry = PersonEntry(
        first_name=first, last_name=last, title=title, email=f"{local}{sign}{domain}", phone=number
    )
    return enter_person(actor=clerk, entry=entry, now=at)


def _hand_over(region: Region, place: Place, before: Person, number: int) -> None:
    """The head retires, a successor begins the day after."""
    at = region.at(-80 * (number % 9 + 1), 9, number % 60)
    clerk = region.actor(CLERK, at)
    last_day = region.day(-80 * (number % 9 + 1) + 20)
    end_function(actor=clerk, function=before.functions.get(), last_day=last_day, now=at)
    successor = _enter_person(region, clerk, at)
    enter_function(
        actor=clerk,
        person=successor,
        institution=place.institution,
        kind=place.function,
        started_on=region.day(-80 * (number % 9 + 1) + 21),
        now=at,
    )


def _in_schools(schools: list[Institution]) -> Iterator[Place]:
    for number, school in enumerate(schools):
        yield Place(school, _F.PRINCIPAL)
        if number % 3 == 1:
            yield Place(school, _F.DEPUTY_PRINCIPAL)
        if school.school_form in CAREER_FORMS:
            yield Place(school, _F.CAREER_COORDINATOR)


def _in_others(others: list[Institution]) -> Iterator[Place]:
    for number, institution in enumerate(others):
        if institution.kind in {"municipality", "school_authority", "youth_welfare"}:
            yield Place(institution, _F.DEPARTMENT_HEAD)
        elif number % 4:
            yield Place(institution, _F.MANAGEMENT if number % 4 > 1 else _F.CONTACT)
