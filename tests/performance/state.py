"""All of North Rhine-Westphalia as load: invented, always the same, written in bulk past the services.

53 places stand for the Kreise and cities; most relations stay inside one, as they do in life.
"""

import random
from datetime import UTC, date, datetime

from bildungsnetz.core import search
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.models import (
    Cooperation,
    FieldOfAction,
    Function,
    Institution,
    Municipality,
    Person,
    Site,
)

NOW = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
REGIONS, SCHOOLS, OTHERS, PEOPLE, RELATIONS = 53, 5_500, 20_000, 60_000, 100_000
FORMS = ("02", "02", "02", "20", "15", "10", "08", "30")
KINDS = (
    "company",
    "daycare",
    "library",
    "association",
    "youth_work",
    "counselling",
    "museum",
    "training_provider",
)
WORDS = ("Lerchenhof", "Quelle", "Nordpark", "Eulenstein", "Wiesental", "Birkenweg", "Rotmilan", "Steinkauz")
BATCH = 2_000


def build_state(scale: float) -> str:
    """Fill an empty database; gives what is in it."""
    chance = random.Random(78)
    cities = _cities(chance)
    fields = [FieldOfAction.objects.create(name=f"Handlungsfeld {n}", position=n) for n in range(1, 5)]
    institutions = _institutions(chance, cities, int(SCHOOLS * scale), int(OTHERS * scale))
    _topics(chance, institutions, fields)
    _people(chance, institutions, int(PEOPLE * scale))
    _relations(chance, institutions, fields, int(RELATIONS * scale))
    search.rebuild()
    return (
        f"{len(institutions)} institutions, {Person.objects.count()} persons, "
        f"{Cooperation.objects.count()} relations"
    )


def _cities(chance: random.Random) -> list[Municipality]:
    return Municipality.objects.bulk_create(
        Municipality(
            ags=f"05{number:03}000",
            name=f"Kreis {number}",
            label_longitude=6.2 + 3 * chance.random(),
            label_latitude=50.6 + 1.7 * chance.random(),
        )
        for number in range(1, REGIONS + 1)
    )


def _institutions(
    chance: random.Random, cities: list[Municipality], schools: int, others: int
) -> list[Institution]:
    made = []
    for number in range(schools + others):
        is_school = number < schools
        city = cities[number % REGIONS]
        word = chance.choice(WORDS)
        kind = "school" if is_school else chance.choice(KINDS)
        made.append(
            Institution(
                official_number=str(100_000 + number) if is_school else None,
                name=f"{'Grundschule' if number % 3 else 'Gymnasium'} {word} {number}"
                if is_school
                else f"{kind.replace('_', ' ').title()} {word} {number}",
                kind=kind,
                school_form=chance.choice(FORMS) if is_school else "",
                municipality=city,
                is_public=chance.random() < 0.95,
                entered_at=NOW,
                changed_at=NOW,
            )
        )
    made = Institution.objects.bulk_create(made, batch_size=BATCH)
    Site.objects.bulk_create(
        (
            Site(
                institution=each,
                street=f"{chance.choice(WORDS)}str. {chance.randint(1, 200)}",
                postal_code=f"{40_000 + each.municipality_id * 7 % 9_000}",
                city=each.municipality.name,
                longitude=(each.municipality.label_longitude or 0) + chance.gauss(0, 0.08),
                latitude=(each.municipality.label_latitude or 0) + chance.gauss(0, 0.05),
            )
            for each in made
        ),
        batch_size=BATCH,
    )
    return made


def _topics(chance: random.Random, institutions: list[Institution], fields: list[FieldOfAction]) -> None:
    through = Institution.fields_of_action.through
    through.objects.bulk_create(
        (
            through(institution_id=each.pk, fieldofaction_id=field.pk)
            for each in institutions
            for field in chance.sample(fields, chance.randint(0, 2))
        ),
        batch_size=BATCH,
    )


def _people(chance: random.Random, institutions: list[Institution], count: int) -> None:
    made = Person.objects.bulk_create(
        (
            Person(first_name="Vorname", last_name=f"Nachname{n}", email=f"p{n}@demo.example", entered_at=NOW)
            for n in range(count)
        ),
        batch_size=BATCH,
    )
    Function.objects.bulk_create(
        (
            Function(
                person=person,
                institution=chance.choice(institutions),
                kind=chance.choice(list(FunctionKind)).value,
                started_on=date(2020, 1, 1),
            )
            for person in made
        ),
        batch_size=BATCH,
    )


def _relations(
    chance: random.Random, institutions: list[Institution], fields: list[FieldOfAction], count: int
) -> None:
    """Nine of ten relations stay in the region; some institutions have many partners, most have few."""
    size = len(institutions)

    def one() -> Cooperation:
        first = int(size * chance.random() ** 1.5)
        step = REGIONS * chance.randint(1, max(size // REGIONS - 1, 1))
        second = (first + step) % size if chance.random() < 0.9 else chance.randrange(size)
        if second == first:
            second = (first + 1) % size
        return Cooperation(
            first=institutions[first],
            second=institutions[second],
            kind="cooperation",
            field_of_action=chance.choice([None, *fields]),
            intensity=chance.randint(1, 4),
            source="declared",
            started_on=date(2018 + chance.randint(0, 7), 8, 1),
            entered_at=NOW,
        )

    Cooperation.objects.bulk_create((one() for _ in range(count)), batch_size=BATCH)
