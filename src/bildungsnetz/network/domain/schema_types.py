"""Which type of schema.org an institution is. Only what is true: a kind without a fitting type is an Organization.

Source: schema.org, types below Organization and LocalBusiness (release 29). An office of the state or a municipality is a
GovernmentOrganization only in public hands.
"""

from typing import Final

from bildungsnetz.network.domain.kinds import SCHOOL, SCHOOL_SUPERVISION
from bildungsnetz.network.domain.school_keys import LegalForm

_PRECISE: Final = {
    SCHOOL: "School",
    "daycare": "Preschool",
    "university": "CollegeOrUniversity",
    "library": "Library",
    "museum": "Museum",
    "adult_education": "EducationalOrganization",
    "music_school": "EducationalOrganization",
    "art_school": "EducationalOrganization",
    "learning_site": "EducationalOrganization",
    "family_education": "EducationalOrganization",
    "training_provider": "EducationalOrganization",
}
_OFFICES: Final = frozenset(
    {
        SCHOOL_SUPERVISION,
        "school_authority",
        "district",
        "municipality",
        "education_office",
        "youth_welfare",
        "integration_centre",
        "employment_agency",
        "job_centre",
    }
)


def schema_type(kind: str, legal_form: str) -> str:
    """The name of the type for the kind of an institution."""
    if kind in _OFFICES and legal_form == LegalForm.PUBLIC:
        return "GovernmentOrganization"
    return _PRECISE.get(kind, "Organization")
