"""Invented institutions of all kinds beside the schools, and what is added to the schools by hand."""

from collections.abc import Iterator
from typing import Any

from bildungsnetz.config.demo.accounts import CLERK, PEDAGOGICAL
from bildungsnetz.config.demo.places import City, address_in, cities, phone, streets
from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.region import FOUNDED, Region
from bildungsnetz.network.api import (
    Institution,
    InstitutionEntry,
    LegalForm,
    Municipality,
    edit_institution,
    enter_institution,
    entry_of,
)

PUBLIC_HANDS = {
    "municipality", "school_authority", "youth_welfare", "library", "adult_education", "district", "education_office",
    "school_supervision", "integration_centre", "employment_agency", "job_centre", "university",
}  # fmt: skip
HIDDEN = {"company", "faith_group"}
"""Every fourth of these has not agreed yet to be shown in the public directory."""


def enter_offices(region: Region, municipalities: dict[str, Municipality]) -> None:
    """The offices that carry the network; they exist before anybody has an account, so the system enters them."""
    content = read("institutions")
    places = {city.name: city for city in cities()}
    for row in content["single"]:
        entry = _entry(region, row["kind"], row["name"], row["about"], places[row["city"]], municipalities)
        _enter(region, row["key"], entry, days=FOUNDED)


def enter_others(region: Region, municipalities: dict[str, Municipality]) -> list[Institution]:
    """Everything else, entered by the clerk over the first months."""
    content = read("institutions")
    entered = []
    for number, (row, city, name) in enumerate(_wanted(content["kind"], region)):
        entry = _entry(region, row["key"], name, row["about"], city, municipalities)
        key = f"{row['key']}:{city.name}"
        entered.append(_enter(region, key, entry, days=FOUNDED + 5 + number // 4, by=CLERK))
        region.institutions.setdefault(row["key"], entered[-1])
    return entered


def describe_schools(region: Region, schools: list[Institution]) -> None:
    """The official list knows no fields of action and no description: the pedagogical staff adds them, school by school."""
    note = read("institutions")["note"].replace("Einrichtung", "Schule")
    fields = [field.pk for field in region.fields_of_action.values()]
    for number, school in enumerate(schools[:5] if region.is_small else schools[::2]):
        at = region.at(FOUNDED + 40 + number // 3, 11, number % 60)
        chosen = frozenset(region.chance.sample(fields, region.chance.randint(1, 2)))
        before = entry_of(school)
        entry = InstitutionEntry(**{**_plain(before), "description": note, "fields_of_action": chosen})
        actor = region.actor(PEDAGOGICAL, at)
        edit_institution(actor=actor, institution=school, entry=entry, version=school.version, now=at)


def _plain(entry: InstitutionEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in InstitutionEntry.__slots__}


def _wanted(kinds: list[dict[str, Any]], region: Region) -> Iterator[tuple[dict[str, Any], City, str]]:
    """Kind, city and name of each; a name comes once in a city."""
    places = cities()
    for row in kinds:
        names = row["names"]
        total = row.get("total") or row["each"] * len(places)
        if region.is_small:
            total = min(total, 10 if row["key"] == "municipality" else 2)
        for number in range(total):
            city, lap = places[number % len(places)], number // len(places)
            name = names[(number % len(places) + lap) % len(names)]
            yield row, city, name.format(city=city.name) if "{city}" in name else f"{name} {city.name}"


def _entry(
    region: Region, kind: str, name: str, about: str, city: City, municipalities: dict[str, Municipality]
) -> InstitutionEntry:
    place = address_in(city, streets(), region.chance)
    host = f"{kind.replace('_', '-')}-{region.chance.randint(1000, 9999)}.demo.example"
    fields = [field.pk for field in region.fields_of_action.values()]
    return InstitutionEntry(
        name=name,
        kind=kind,
        municipality=municipalities[city.name].pk,
        legal_form=(LegalForm.PUBLIC if kind in PUBLIC_HANDS else LegalForm.PRIVATE).value,
        is_public=kind not in HIDDEN or region.chance.random() > 0.25,
        description=f"{about} {read('institutions')['note']}",
        fields_of_action=frozenset(
            region.chance.sample(fields, min(region.chance.randint(0, 2), len(fields)))
        ),
        street=place.street,
        postal_code=place.postal_code,
        city=place.city,
        longitude=place.longitude,
        latitude=place.latitude,
        phone=phone(region.chance),
        email=f"kontakt@{host}",
        website=f"https://{host}",
    )


def _enter(region: Region, key: str, entry: InstitutionEntry, *, days: int, by: str = "") -> Institution:
    at = region.at(days, 10, region.chance.randint(0, 59))
    institution = enter_institution(actor=region.actor(by, at), entry=entry, now=at)
    region.institutions[key] = institution
    return institution
