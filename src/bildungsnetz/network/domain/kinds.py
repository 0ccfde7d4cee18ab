"""The kinds of education actors a network knows, with their German names.

The list follows the actors that take part in regional education networks in North Rhine-Westphalia. Its keys are what
the database stores; they never change, their German names may.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class InstitutionKind:
    """One kind: the key that is stored, the name of one, the name of many."""

    key: str
    name: _StrPromise
    plural: _StrPromise


SCHOOL: Final = "school"
SCHOOL_SUPERVISION: Final = "school_supervision"
OTHER: Final = "other"

KINDS: Final[tuple[InstitutionKind, ...]] = (
    InstitutionKind(SCHOOL, _("Schule"), _("Schulen")),
    InstitutionKind(SCHOOL_SUPERVISION, _("Schulaufsicht"), _("Schulaufsicht")),
    InstitutionKind("school_authority", _("Schulträger"), _("Schulträger")),
    InstitutionKind("district", _("Kreisverwaltung"), _("Kreisverwaltungen")),
    InstitutionKind("municipality", _("Stadt oder Gemeinde"), _("Städte und Gemeinden")),
    InstitutionKind("education_office", _("Bildungsbüro"), _("Bildungsbüros")),
    InstitutionKind("daycare", _("Kindertageseinrichtung"), _("Kindertageseinrichtungen")),
    InstitutionKind("adult_education", _("Volkshochschule"), _("Volkshochschulen")),
    InstitutionKind("library", _("Bibliothek"), _("Bibliotheken")),
    InstitutionKind("museum", _("Museum"), _("Museen")),
    InstitutionKind("music_school", _("Musikschule"), _("Musikschulen")),
    InstitutionKind("art_school", _("Jugendkunstschule"), _("Jugendkunstschulen")),
    InstitutionKind("learning_site", _("Außerschulischer Lernort"), _("Außerschulische Lernorte")),
    InstitutionKind("youth_welfare", _("Jugendamt"), _("Jugendämter")),
    InstitutionKind("youth_work", _("Jugendeinrichtung"), _("Jugendeinrichtungen")),
    InstitutionKind("family_education", _("Familienbildungsstätte"), _("Familienbildungsstätten")),
    InstitutionKind("counselling", _("Beratungsstelle"), _("Beratungsstellen")),
    InstitutionKind(
        "integration_centre", _("Kommunales Integrationszentrum"), _("Kommunale Integrationszentren")
    ),
    InstitutionKind("employment_agency", _("Agentur für Arbeit"), _("Agenturen für Arbeit")),
    InstitutionKind("job_centre", _("Jobcenter"), _("Jobcenter")),
    InstitutionKind("chamber", _("Kammer"), _("Kammern")),
    InstitutionKind("company", _("Unternehmen"), _("Unternehmen")),
    InstitutionKind("training_provider", _("Bildungsträger"), _("Bildungsträger")),
    InstitutionKind("university", _("Hochschule"), _("Hochschulen")),
    InstitutionKind("association", _("Verein oder Initiative"), _("Vereine und Initiativen")),
    InstitutionKind("welfare", _("Wohlfahrtsverband"), _("Wohlfahrtsverbände")),
    InstitutionKind("faith_group", _("Religionsgemeinschaft"), _("Religionsgemeinschaften")),
    InstitutionKind("foundation", _("Stiftung"), _("Stiftungen")),
    InstitutionKind(OTHER, _("Weitere Einrichtung"), _("Weitere Einrichtungen")),
)

KIND_BY_KEY: Final = {kind.key: kind for kind in KINDS}


def kind_choices() -> list[tuple[str, _StrPromise]]:
    """All kinds as pairs for a form, in the order of the taxonomy."""
    return [(kind.key, kind.name) for kind in KINDS]
