"""The network on a day as a graph, from what the asking actor may see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Min, Q
from django.utils.functional import Promise
from django.utils.translation import gettext

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import ties
from bildungsnetz.network import policies
from bildungsnetz.network.domain.cooperation import SOURCE_NAMES, Intensity
from bildungsnetz.network.domain.coordinates import Point
from bildungsnetz.network.domain.graph import Graph, Node, Relation, select
from bildungsnetz.network.domain.kinds import SCHOOL
from bildungsnetz.network.domain.school_keys import SCHOOL_FORMS, OperatingStatus
from bildungsnetz.network.models import Cooperation, Institution, Site
from bildungsnetz.network.selectors.cooperations import running_on
from bildungsnetz.network.selectors.institutions import institutions

DERIVED_WEIGHT: Final = Intensity.SOMETIMES.value


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of the network on which day; empty values take everything."""

    on: date
    topic: int | None = None
    municipality: int | None = None
    kind: str = ""
    source: str = ""


def network_graph(actor: Actor, wanted: Selection) -> Graph:
    """The selected institutions that exist on the day, their direct partners and the relations of the day."""
    if not policies.may_see_graph(actor):
        return Graph((), ())
    return select(_nodes(actor, wanted), _relations(actor, wanted))


def source_names() -> dict[str, str | Promise]:
    """All kinds of knowledge about relations, entered and derived, by key."""
    return {
        **{key.value: name for key, name in SOURCE_NAMES.items()},
        **{source.key: source.name for source in ties.sources()},
    }


def first_year() -> int | None:
    """The year in which the oldest relation entered began."""
    found = Cooperation.objects.aggregate(first=Min("started_on"))["first"]
    return found.year if found else None


def _nodes(actor: Actor, wanted: Selection) -> Iterator[Node]:
    points = {
        pk: Point(longitude or 0, latitude or 0)  # the database holds both or none
        for pk, longitude, latitude in Site.objects.filter(is_main=True, longitude__isnull=False)
        .order_by("pk")
        .values_list("institution", "longitude", "latitude")
    }
    closed = Q(status=OperatingStatus.CLOSED) & (Q(status_date__isnull=True) | Q(status_date__lte=wanted.on))
    rows = institutions(actor).exclude(closed).order_by("pk")
    fields = ("pk", "name", "kind", "kind_name", "school_form", "municipality", "municipality__name")
    for pk, name, kind, kind_name, form, city, city_name in rows.values_list(*fields):
        what = SCHOOL_FORMS[form] if form else gettext(kind_name)
        fits = wanted.municipality in {None, city} and wanted.kind in {"", kind}
        yield Node(pk, name, str(what), city_name, kind == SCHOOL, points.get(pk), fits)


def _relations(actor: Actor, wanted: Selection) -> Iterator[Relation]:
    found = running_on(Cooperation.objects.order_by("pk"), wanted.on)
    if wanted.topic:
        found = found.filter(field_of_action=wanted.topic)
    if wanted.source:
        found = found.filter(source=wanted.source)
    rows = found.values_list("first", "second", "intensity", "source", "field_of_action")
    for first, second, weight, source, topic in rows:
        yield Relation(first, second, weight, source, topic)
    for derived in ties.sources():
        if wanted.source in {"", derived.key}:
            for tie in derived.find(actor, wanted.on):
                if wanted.topic in {None, tie.topic}:
                    yield Relation(tie.first, tie.second, DERIVED_WEIGHT, derived.key, tie.topic)


def topics_of_partners(actor: Actor) -> dict[int, set[int]]:
    """Institution → the fields of action in which it works, for all that are no schools and in operation."""
    working = institutions(actor).filter(status=OperatingStatus.IN_OPERATION).exclude(kind=SCHOOL)
    through = Institution.fields_of_action.through.objects.filter(
        institution__in=working.order_by().values("pk")
    )
    found: dict[int, set[int]] = {}
    for pk, topic in through.order_by("pk").values_list("institution", "fieldofaction"):
        found.setdefault(pk, set()).add(topic)
    return found
