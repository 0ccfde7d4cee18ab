"""Who objects to what. Whoever writes to many or names persons in public asks here first."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from bildungsnetz.network.domain.contact import ObjectionSubject
from bildungsnetz.network.models import Objection, Person, PersonChannel


def without_objection(people: QuerySet[Person], against: ObjectionSubject) -> QuerySet[Person]:
    """Those of the persons who do not object."""
    objects = Objection.objects.filter(
        person=OuterRef("pk"), against=against.value, withdrawn_on__isnull=True
    )
    return people.filter(~Exists(objects))


def objecting(keys: Iterable[int], against: ObjectionSubject) -> frozenset[int]:
    """The keys of those of the persons who object."""
    open_ones = Objection.objects.filter(
        person__in=list(keys), against=against.value, withdrawn_on__isnull=True
    )
    return frozenset(open_ones.order_by("person").values_list("person", flat=True))


def objections_of(person: Person) -> QuerySet[Objection]:
    """All objections of a person, newest first. Ask for the right to see the person before."""
    return Objection.objects.filter(person=person).order_by("-received_on", "-pk")


def person_channels(person: Person) -> QuerySet[PersonChannel]:
    """The further ways to reach a person. Ask for the right to see the person before."""
    return PersonChannel.objects.filter(person=person).order_by("kind", "pk")
