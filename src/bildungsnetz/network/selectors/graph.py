"""The network on a day as a graph, from what the asking actor may see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Min, Q, QuerySet
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
    relations = list(_relations(actor, wanted))
    return select(_nodes(actor, wanted, relations), relations)


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


def _chosen(actor: Actor, wanted: Selection) -> QuerySet[Institution]:
    """The selected institutions of the day."""
    conditions = {"municipality": wanted.municipality, "kind": wanted.kind}
    closed = Q(status=OperatingStatus.CLOSED) & (Q(status_date__isnull=True) | Q(status_date__lte=wanted.on))
    found = institutions(actor).exclude(closed).order_by("pk")
    return found.filter(
        **{name: value for name, value in conditions.items() if value is not None and value != ""}
    )


def _is_part(wanted: Selection) -> bool:
    """Whether less than everything is asked for: then only the institutions needed are read."""
    return wanted.municipality is not None or bool(wanted.kind)


def _nodes(actor: Actor, wanted: Selection, relations: list[Relation]) -> Iterator[Node]:
    chosen = _chosen(actor, wanted)
    sites = Site.objects.filter(is_main=True, longitude__isnull=False).order_by("pk")
    if _is_part(wanted):
        ends = {end for each in relations for end in (each.first, each.second)}
        everybody = _chosen(actor, Selection(on=wanted.on))
        selected = set(chosen.values_list("pk", flat=True))
        needed = list(selected | ends)
        rows, sites = everybody.filter(pk__in=needed), sites.filter(institution__in=needed)
    else:
        rows, selected = chosen, None
    points = {
        pk: Point(longitude or 0, latitude or 0)  # the database holds both or none
        for pk, longitude, latitude in sites.values_list("institution", "longitude", "latitude")
    }
    fields = ("pk", "name", "kind", "kind_name", "school_form", "municipality__name")
    for pk, name, kind, kind_name, form, city in rows.values_list(*fields):
        what = SCHOOL_FORMS[form] if form else gettext(kind_name)
        is_selected = selected is None or pk in selected
        yield Node(pk, name, str(what), city, kind == SCHOOL, points.get(pk), is_selected)


def _relations(actor: Actor, wanted: Selection) -> Iterator[Relation]:
    found = running_on(Cooperation.objects.order_by("pk"), wanted.on)
    if wanted.topic:
        found = found.filter(field_of_action=wanted.topic)
    if wanted.source:
        found = found.filter(source=wanted.source)
    if _is_part(wanted):
        chosen = _chosen(actor, wanted).order_by().values("pk")
        found = found.filter(Q(first__in=chosen) | Q(second__in=chosen))
    rows = found.values_list("first", "second", "intensity", "source", "field_of_action")
    for first, second, weight, source, topic in rows:
        yield Relation(first, second, weight, source, topic)
    yield from _derived(actor, wanted)


def _derived(actor: Actor, wanted: Selection) -> Iterator[Relation]:
    for source in ties.sources():
        if wanted.source in {"", source.key}:
            for tie in source.find(actor, wanted.on):
                if wanted.topic in {None, tie.topic}:
                    yield Relation(tie.first, tie.second, DERIVED_WEIGHT, source.key, tie.topic)


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
