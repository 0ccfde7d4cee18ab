"""The kinds of education actors with which a network begins; from then on they are rows that the office edits.

The list follows the actors that take part in regional education networks in North Rhine-Westphalia. Its keys are what
the database stores; they never change, names, group and order may.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class KindGroup(StrEnum):
    """The groups in which forms and lists show the kinds."""

    SCHOOL = "school"
    ADMINISTRATION = "administration"
    EARLY = "early"
    CULTURE = "culture"
    YOUTH = "youth"
    WORK = "work"
    SCIENCE = "science"
    SOCIETY = "society"
    OTHER = "other"


GROUP_NAMES: Final[dict[KindGroup, _StrPromise]] = {
    KindGroup.SCHOOL: _("Schule"),
    KindGroup.ADMINISTRATION: _("Verwaltung und Aufsicht"),
    KindGroup.EARLY: _("Frühe Bildung und Familie"),
    KindGroup.CULTURE: _("Kultur und Weiterbildung"),
    KindGroup.YOUTH: _("Jugend und Beratung"),
    KindGroup.WORK: _("Arbeit und Wirtschaft"),
    KindGroup.SCIENCE: _("Wissenschaft und Lehrkräftebildung"),
    KindGroup.SOCIETY: _("Zivilgesellschaft"),
    KindGroup.OTHER: _("Weitere"),
}


@dataclass(frozen=True, slots=True)
class KindSeed:
    """One kind of a fresh installation: the key that is stored, the name of one, the name of many, its group."""

    key: str
    name: _StrPromise
    plural: _StrPromise
    group: KindGroup = KindGroup.OTHER


SCHOOL: Final = "school"
SCHOOL_SUPERVISION: Final = "school_supervision"
OTHER: Final = "other"

SEEDS: Final[tuple[KindSeed, ...]] = (
    KindSeed(SCHOOL, _("Schule"), _("Schulen"), KindGroup.SCHOOL),
    KindSeed(SCHOOL_SUPERVISION, _("Schulaufsicht"), _("Schulaufsicht"), KindGroup.ADMINISTRATION),
    KindSeed("school_authority", _("Schulträger"), _("Schulträger"), KindGroup.ADMINISTRATION),
    KindSeed("district", _("Kreisverwaltung"), _("Kreisverwaltungen"), KindGroup.ADMINISTRATION),
    KindSeed("municipality", _("Stadt oder Gemeinde"), _("Städte und Gemeinden"), KindGroup.ADMINISTRATION),
    KindSeed("education_office", _("Bildungsbüro"), _("Bildungsbüros"), KindGroup.ADMINISTRATION),
    KindSeed("daycare", _("Kindertageseinrichtung"), _("Kindertageseinrichtungen"), KindGroup.EARLY),
    KindSeed("adult_education", _("Volkshochschule"), _("Volkshochschulen"), KindGroup.CULTURE),
    KindSeed("library", _("Bibliothek"), _("Bibliotheken"), KindGroup.CULTURE),
    KindSeed("museum", _("Museum"), _("Museen"), KindGroup.CULTURE),
    KindSeed("music_school", _("Musikschule"), _("Musikschulen"), KindGroup.CULTURE),
    KindSeed("art_school", _("Jugendkunstschule"), _("Jugendkunstschulen"), KindGroup.CULTURE),
    KindSeed(
        "learning_site", _("Außerschulischer Lernort"), _("Außerschulische Lernorte"), KindGroup.CULTURE
    ),
    KindSeed("youth_welfare", _("Jugendamt"), _("Jugendämter"), KindGroup.ADMINISTRATION),
    KindSeed("youth_work", _("Jugendeinrichtung"), _("Jugendeinrichtungen"), KindGroup.YOUTH),
    KindSeed("family_education", _("Familienbildungsstätte"), _("Familienbildungsstätten"), KindGroup.EARLY),
    KindSeed("counselling", _("Beratungsstelle"), _("Beratungsstellen"), KindGroup.YOUTH),
    KindSeed(
        "integration_centre",
        _("Kommunales Integrationszentrum"),
        _("Kommunale Integrationszentren"),
        KindGroup.ADMINISTRATION,
    ),
    KindSeed("employment_agency", _("Agentur für Arbeit"), _("Agenturen für Arbeit"), KindGroup.WORK),
    KindSeed("job_centre", _("Jobcenter"), _("Jobcenter"), KindGroup.WORK),
    KindSeed("chamber", _("Kammer"), _("Kammern"), KindGroup.WORK),
    KindSeed("company", _("Unternehmen"), _("Unternehmen"), KindGroup.WORK),
    KindSeed("training_provider", _("Bildungsträger"), _("Bildungsträger"), KindGroup.WORK),
    KindSeed("university", _("Hochschule"), _("Hochschulen"), KindGroup.SCIENCE),
    KindSeed("association", _("Verein oder Initiative"), _("Vereine und Initiativen"), KindGroup.SOCIETY),
    KindSeed("welfare", _("Wohlfahrtsverband"), _("Wohlfahrtsverbände"), KindGroup.SOCIETY),
    KindSeed("faith_group", _("Religionsgemeinschaft"), _("Religionsgemeinschaften"), KindGroup.SOCIETY),
    KindSeed("foundation", _("Stiftung"), _("Stiftungen"), KindGroup.SOCIETY),
    KindSeed("media_centre", _("Medienzentrum"), _("Medienzentren"), KindGroup.CULTURE),
    KindSeed(
        "school_psychology",
        _("Schulpsychologische Beratung"),
        _("Schulpsychologische Beratungsstellen"),
        KindGroup.YOUTH,
    ),
    KindSeed(
        "teacher_training",
        _("Zentrum für schulpraktische Lehrkräfteausbildung"),
        _("Zentren für schulpraktische Lehrkräfteausbildung"),
        KindGroup.SCIENCE,
    ),
    KindSeed(OTHER, _("Weitere Einrichtung"), _("Weitere Einrichtungen")),
)

SEED_BY_KEY: Final = {seed.key: seed for seed in SEEDS}
