"""Persons and their functions."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import Lower

from bildungsnetz.accounts.api import User, users
from bildungsnetz.core.actor import Actor
from bildungsnetz.network import policies
from bildungsnetz.network.models import Function, Institution, Person


def people(actor: Actor) -> QuerySet[Person]:
    """All persons for those who may see them; everybody else finds only the own entry."""
    found = Person.objects.order_by(Lower("last_name"), Lower("first_name"), "pk")
    if policies.may_see_people(actor):
        return found
    if actor.user_id is None:
        return found.none()
    return found.filter(user_id=actor.user_id)


def people_with_functions(actor: Actor, *, on: date, text: str = "") -> QuerySet[Person]:
    """Like `people_named`, each with `current` = the functions held on the day, institution included."""
    held = functions_on(on).order_by("started_on", "pk")
    return people_named(actor, text).prefetch_related(Prefetch("functions", queryset=held, to_attr="current"))


def people_named(actor: Actor, text: str) -> QuerySet[Person]:
    """Persons whose names or e-mail address contain every word of the text."""
    found = people(actor)
    for word in text.split():
        found = found.filter(
            Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word)
        )
    return found


def person_of_user(user_id: int | None) -> Person | None:
    """The person to whom an account belongs, if any."""
    return Person.objects.filter(user_id=user_id).first() if user_id is not None else None


def account_to_connect(actor: Actor, person: Person) -> User | None:
    """The account with the address of a person without account; none when it belongs to another person."""
    if person.user_id is not None or not person.email:
        return None
    user = users(actor).filter(email__iexact=person.email).first()
    return user if user is not None and person_of_user(user.pk) is None else None


def functions_on(on: date) -> QuerySet[Function]:
    """All functions held on a day, with person and institution. Ask for the right to see persons before."""
    running = Q(ended_on__isnull=True) | Q(ended_on__gte=on)
    return (
        Function.objects.filter(running, started_on__lte=on)
        .select_related("person", "institution")
        .order_by("person", "started_on", "pk")
    )


def current_functions(person: Person, *, on: date) -> QuerySet[Function]:
    """The functions a person holds on a day, oldest first. Ask for the right to see the person before."""
    return functions_on(on).filter(person=person)


def functions_of(person: Person) -> QuerySet[Function]:
    """All functions a person ever held, running and newest first. Ask for the right to see the person before."""
    return person.functions.select_related("institution").order_by(
        F("ended_on").desc(nulls_first=True), "-started_on", "-pk"
    )


def institutions_of_people(people: Iterable[int], *, on: date) -> dict[int, set[int]]:
    """Person → the institutions in which it holds a function on a day; keys only, no names leave."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = functions_on(on).filter(person__in=list(people)).order_by("pk")
    for person, institution in rows.values_list("person", "institution"):
        found[person].add(institution)
    return dict(found)


def functions_in(actor: Actor, institution: Institution, *, on: date) -> QuerySet[Function]:
    """Who does what in an institution on a day, for those who may see persons."""
    if not policies.may_see_people(actor):
        return Function.objects.none()
    return (
        functions_on(on)
        .filter(institution=institution)
        .order_by("person__last_name", "person__first_name", "pk")
    )


def people_in(actor: Actor, institution: Institution, *, on: date) -> QuerySet[Person]:
    """The persons who hold a function in an institution on a day, for those who may see persons."""
    held = functions_on(on).filter(institution=institution).order_by().values("person")
    return people(actor).filter(pk__in=held)
