"""Relations between institutions as the office keeps them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.search import find_keys
from bildungsnetz.network import policies
from bildungsnetz.network.models import Cooperation, Institution
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.search import INSTITUTION

_SHOWN = ("first__municipality", "second__municipality", "field_of_action", "agreement")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list of relations is narrowed to; empty values ask for everything."""

    text: str = ""
    topic: int | None = None
    kind: str = ""
    source: str = ""
    on: date | None = None


def cooperations(actor: Actor) -> QuerySet[Cooperation]:
    """All relations for those who may see them, the newest first, with both institutions."""
    if not policies.may_see_cooperations(actor):
        return Cooperation.objects.none()
    return Cooperation.objects.select_related(*_SHOWN).order_by("-started_on", "-pk")


def find_cooperations(actor: Actor, asked: Asked) -> QuerySet[Cooperation]:
    """Those that fit; a text is looked for in the names of both institutions."""
    found = cooperations(actor)
    for word in asked.text.split():
        found = found.filter(Q(first__name__icontains=word) | Q(second__name__icontains=word))
    wanted = {"field_of_action": asked.topic, "kind": asked.kind, "source": asked.source}
    found = found.filter(**{name: value for name, value in wanted.items() if value})
    return running_on(found, asked.on) if asked.on else found


def running_on(found: QuerySet[Cooperation], on: date) -> QuerySet[Cooperation]:
    """Those that run on a day."""
    return found.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=on), started_on__lte=on)


def cooperations_of(actor: Actor, institution: Institution) -> QuerySet[Cooperation]:
    """The relations of an institution, running ones first."""
    either = Q(first=institution) | Q(second=institution)
    return (
        cooperations(actor)
        .filter(either)
        .order_by(F("ended_on").desc(nulls_first=True), "-started_on", "-pk")
    )


def institutions_called(actor: Actor, text: str, most: int = 20) -> tuple[list[Institution], bool]:
    """The institutions somebody may mean by what was typed, and whether the first is certainly the one.

    Certain is one whose name, "name (city)" or official number is exactly what was typed, when there is only one.
    """
    typed = text.strip()
    found = institutions(actor)
    name, bracket, city = typed.removesuffix(")").rpartition(" (")
    exact = Q(name__iexact=typed) | Q(official_number=typed)
    if bracket and typed.endswith(")"):
        exact |= Q(name__iexact=name, municipality__name__iexact=city)
    certain = list(found.filter(exact)[:most])
    if certain:
        return certain, len(certain) == 1
    ranked = list(find_keys(typed, INSTITUTION, actor=actor)[:most]) if typed else []
    by_key = {each.pk: each for each in found.filter(pk__in=ranked)}
    return [by_key[pk] for pk in ranked if pk in by_key], False
