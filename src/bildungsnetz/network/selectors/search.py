"""What the search of the house reads from network, and who may see a hit."""

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch
from django.urls import reverse

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers.search import Entry
from bildungsnetz.network.models import Function, Institution, Person, Site
from bildungsnetz.network.selectors.institutions import institutions, is_in_directory
from bildungsnetz.network.selectors.people import people

INSTITUTION = "network.institution"
PERSON = "network.person"


def institution_entries(pks: Iterable[int] | None) -> Iterator[Entry]:
    """Each institution with all words by which people look for it: names, kind, city, street, number."""
    main = Site.objects.filter(is_main=True).order_by("pk")
    found = (
        Institution.objects.select_related("municipality")
        .prefetch_related(Prefetch("sites", queryset=main, to_attr="main_sites"))
        .order_by("pk")
    )
    for each in found if pks is None else found.filter(pk__in=list(pks)):
        yield _institution_entry(each)


def visible_institutions(actor: Actor, pks: Iterable[int]) -> set[int]:
    return set(institutions(actor).filter(pk__in=list(pks)).order_by().values_list("pk", flat=True))


def person_entries(pks: Iterable[int] | None) -> Iterator[Entry]:
    """Each person with functions and institutions, past ones too: people remember where somebody was."""
    held = Function.objects.select_related("institution").order_by("-started_on", "pk")
    found = Person.objects.prefetch_related(Prefetch("functions", queryset=held)).order_by("pk")
    for each in found if pks is None else found.filter(pk__in=list(pks)):
        does = [f"{function.name}, {function.institution.name}" for function in each.functions.all()]
        yield Entry(
            PERSON,
            each.pk,
            each.name,
            body=" ".join([each.email, *does]),
            excerpt=does[0] if does else "",
            url=reverse("network:person", args=[each.pk]),
        )


def visible_people(actor: Actor, pks: Iterable[int]) -> set[int]:
    return set(people(actor).filter(pk__in=list(pks)).order_by().values_list("pk", flat=True))


def people_at(institutions_keys: Iterable[int]) -> list[int]:
    """The persons whose entries name one of the institutions."""
    found = Function.objects.filter(institution__in=list(institutions_keys)).order_by("person")
    return sorted(set(found.values_list("person", flat=True)))


def _institution_entry(each: Institution) -> Entry:
    place = "network:public-institution" if is_in_directory(each) else "network:institution"
    sites: list[Site] = each.main_sites  # type: ignore[attr-defined]
    address = str(sites[0]) if sites else ""
    words = (each.short_name, str(each.what), each.municipality.name, address, each.official_number or "")
    return Entry(
        INSTITUTION,
        each.pk,
        each.name,
        body=" ".join([*words, each.description]),
        excerpt=f"{each.what}, {each.municipality.name}",
        url=reverse(place, args=[each.pk]),
    )
