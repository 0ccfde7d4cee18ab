"""Invented schools; they come into the register as the real ones do, by the import of a list."""

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from itertools import cycle

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.places import City, address_in, cities, phone, streets
from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.region import FOUNDED, Region
from bildungsnetz.config.demo.school_lists import keep_lists
from bildungsnetz.network.api import (
    Institution,
    LegalForm,
    OfficialFacts,
    OfficialList,
    OperatingStatus,
    ReadRow,
    commit_import,
    institutions,
    plan_import,
)

SOURCE = "Erfundene Schulliste der Demo"
FIRST_NUMBER = 990011  # no school of the Land has a number beyond 199999 but the school offices (60…)
PRIVATE = {"17"}
IN_SMALL = 1


def import_schools(region: Region) -> list[Institution]:
    """All schools of the region by name; a second list of a later year changes a few."""
    facts = list(facts_of(region))
    _import(region, facts, "demo_schulliste_1.csv", region.at(FOUNDED + 3, 10))
    _import(region, _a_year_later(facts), "demo_schulliste_2.csv", region.at(-420, 10))
    keep_lists(region, facts[0].ags[:5])
    clerk = region.actor(CLERK, region.now)
    schools = [each for each in institutions(clerk) if each.official_number]
    for each in schools:
        region.institutions[f"school:{each.school_form}:{each.municipality.name}"] = each
    return schools


def facts_of(region: Region) -> Iterator[OfficialFacts]:
    """The rows of the invented list."""
    content = read("institutions")["school"]
    words = iter(region.chance.sample(content["words"], len(content["words"])))
    names, number = streets(), FIRST_NUMBER
    taken: set[str] = set()
    for city in cities():
        for form, count in city.schools.items():
            for index in range(min(count, IN_SMALL) if region.is_small else count):
                name = _name(content[form], words, content["words"], taken, region)
                yield _school(region, city, form, name, number, names)
                number += 7 if index % 2 else 13


def _name(
    patterns: list[str], words: Iterator[str], all_words: list[str], taken: set[str], region: Region
) -> str:
    """A name no other school of the region has; words come again only when all were used."""
    for pattern in cycle(region.chance.sample(patterns, len(patterns))):
        word = next(words, "") or region.chance.choice(all_words)
        name = pattern.format(word=word)
        if name not in taken:
            taken.add(name)
            return name
    raise AssertionError("cycle never ends")


def _school(region: Region, city: City, form: str, name: str, number: int, names: list[str]) -> OfficialFacts:
    place = address_in(city, names, region.chance)
    return OfficialFacts(
        number=str(number),
        name=f"{name}, {city.name}",
        short_name=name,
        kind="school",
        school_form=form,
        legal_form=LegalForm.PRIVATE if form in PRIVATE else LegalForm.PUBLIC,
        status=OperatingStatus.IN_OPERATION,
        status_date=date(2010, 8, 1),
        ags=city.ags,
        authority_number="",
        street=place.street,
        postal_code=place.postal_code,
        city=place.city,
        longitude=place.longitude,
        latitude=place.latitude,
        phone=phone(region.chance),
        fax="",
        email=f"{number}@schule.demo.example",
        website=f"https://schule-{number}.demo.example",
    )


def _a_year_later(facts: list[OfficialFacts]) -> list[OfficialFacts]:
    """One school takes no new pupils any more, another has moved its telephone."""
    changed = [each.as_json() for each in facts]
    closing = next(each for each in changed if each["school_form"] in {"04", "10"})
    closing["status"] = OperatingStatus.CLOSING.value
    changed[-1]["phone"] = "0221 4710 998"
    return [OfficialFacts.from_json(each) for each in changed]


def _import(region: Region, facts: list[OfficialFacts], file_name: str, at: datetime) -> None:
    clerk = region.actor(CLERK, at)
    rows = tuple(ReadRow(line, each) for line, each in enumerate(facts, start=2))
    official = OfficialList(SOURCE, facts[0].ags[:5], rows, (), 0)
    digest = sha256(repr(facts).encode()).hexdigest()
    run = plan_import(actor=clerk, official=official, file_name=file_name, file_hash=digest, now=at)
    commit_import(actor=clerk, run=run, now=at)
