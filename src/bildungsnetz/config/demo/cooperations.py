"""Who works with whom: what the office has been told over the years, some of it by agreement."""

from datetime import timedelta

from bildungsnetz.config.demo.accounts import CLERK, PEDAGOGICAL
from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.region import FOUNDED, Region
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.network.api import (
    CooperationEntry,
    Document,
    Institution,
    Source,
    enter_cooperation,
)

IN_SMALL = 8


def note_cooperations(region: Region, schools: list[Institution], others: list[Institution]) -> None:
    """Schools with the partners their form suggests, mostly near by; a few have none, so that gaps show."""
    kinds = read("cooperations")["kind"]
    by_kind: dict[str, list[Institution]] = {}
    for other in others:
        by_kind.setdefault(other.kind, []).append(other)
    number = 0
    for place, school in enumerate(schools):
        if place % 5 == 4:
            continue
        for row in region.chance.sample(kinds, region.chance.randint(1, 4)):
            near = _near(school, by_kind.get(row["partner"], []))
            if near and not (region.is_small and number >= IN_SMALL):
                _enter(region, school, region.chance.choice(near[:3]), row, number)
                number += 1


def _near(school: Institution, partners: list[Institution]) -> list[Institution]:
    """Partners of the same city first."""
    return sorted(partners, key=lambda each: each.municipality_id != school.municipality_id)


def _enter(
    region: Region, school: Institution, partner: Institution, row: dict[str, str], number: int
) -> None:
    days = FOUNDED + 60 + (number * 37) % (-FOUNDED - 90)
    at = region.at(days, 11, number % 60)
    is_agreed = number % 6 == 1
    ended = region.day(days) + timedelta(days=400) if number % 7 == 3 else None
    entry = CooperationEntry(
        first=school.pk,
        second=partner.pk,
        kind=row["what"],
        field_of_action=region.fields_of_action[row["topic"]].pk if row.get("topic") else None,
        intensity=1 + number % 4,
        source=(Source.AGREEMENT if is_agreed else Source.DECLARED).value,
        started_on=region.day(days),
        ended_on=ended,
        note=region.canary.mark(row["note"], "network.Cooperation.note", _readers(region)),
    )
    paper = f"Kooperationsvereinbarung\n\n{school.name} und {partner.name}\n\nErfundenes Dokument der Demoregion.\n"
    agreement = Document(f"Vereinbarung {number}.txt", paper.encode()) if is_agreed else None
    actor = region.actor(PEDAGOGICAL if number % 2 else CLERK, at)
    try:
        enter_cooperation(actor=actor, entry=entry, agreement=agreement, now=at)
    except RuleViolation:
        return  # chance drew the same two for the same matter again


def _readers(region: Region) -> frozenset[str]:
    return region.who_may("network.cooperation.see")
