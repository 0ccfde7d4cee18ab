"""What a person enters about an institution, and which rules it has to keep."""

import re
from dataclasses import dataclass, fields
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.network.domain.coordinates import CoordinateFault, check_degrees
from bildungsnetz.network.domain.kinds import SCHOOL
from bildungsnetz.network.domain.official import FACT_NAMES, LOCKED_FIELDS
from bildungsnetz.network.domain.school_keys import SOCIAL_INDEX, OperatingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionEntry:
    """All that the form of an institution holds; municipality and fields of action by their keys."""

    name: str
    kind: str
    municipality: int
    short_name: str = ""
    school_form: str = ""
    legal_form: str = "public"
    status: str = OperatingStatus.IN_OPERATION.value
    is_public: bool = False
    description: str = ""
    social_index: int | None = None
    fields_of_action: frozenset[int] = frozenset()
    street: str = ""
    postal_code: str = ""
    city: str = ""
    longitude: float | None = None
    latitude: float | None = None
    phone: str = ""
    email: str = ""
    website: str = ""


ENTRY_NAMES: Final[dict[str, str | Promise]] = {
    **FACT_NAMES,
    "municipality": FACT_NAMES["ags"],
    "is_public": gettext_lazy("Sichtbarkeit"),
    "description": gettext_lazy("Beschreibung"),
    "social_index": gettext_lazy("Schulsozialindex"),
    "fields_of_action": gettext_lazy("Handlungsfelder"),
}
LOCKED_ENTRIES: Final = frozenset(field.name for field in fields(InstitutionEntry)) & LOCKED_FIELDS | {
    "municipality"
}


def changed_fields(before: InstitutionEntry, after: InstitutionEntry) -> list[str]:
    """The names of the fields in which two entries differ, in the order of the form."""
    names = (field.name for field in fields(InstitutionEntry))
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def check_entry(entry: InstitutionEntry) -> None:
    """Raises RuleViolation at the first field that breaks a rule."""
    if not entry.name.strip():
        raise RuleViolation(_("Bitte geben Sie den Namen an."), field="name")
    if entry.kind == SCHOOL and not entry.school_form:
        raise RuleViolation(_("Bitte wählen Sie die Schulform."), field="school_form")
    if entry.kind != SCHOOL and entry.school_form:
        raise RuleViolation(_("Eine Schulform haben nur Schulen."), field="school_form")
    if entry.postal_code and not re.fullmatch(r"[0-9]{5}", entry.postal_code):
        raise RuleViolation(_("Die Postleitzahl hat fünf Ziffern."), field="postal_code")
    _check_point(entry)


def check_social_index(entry: InstitutionEntry) -> None:
    """Raises RuleViolation: only schools have one, of nine steps."""
    if entry.social_index is None:
        return
    if entry.kind != SCHOOL:
        raise RuleViolation(_("Einen Schulsozialindex haben nur Schulen."), field="social_index")
    lowest, highest = SOCIAL_INDEX
    if not lowest <= entry.social_index <= highest:
        raise RuleViolation(_("Der Schulsozialindex hat die Stufen 1 bis 9."), field="social_index")


def check_locked(changed: list[str]) -> None:
    """Raises RuleViolation when one of the changed fields belongs to the official list."""
    locked = [name for name in changed if name in LOCKED_ENTRIES]
    if locked:
        raise RuleViolation(
            _("„%(field)s“ kommt aus der amtlichen Schulliste und ändert sich nur mit dem nächsten Import.")
            % {"field": ENTRY_NAMES[locked[0]]},
            field=locked[0],
        )


def _check_point(entry: InstitutionEntry) -> None:
    if entry.longitude is None and entry.latitude is None:
        return
    if entry.longitude is None or entry.latitude is None:
        empty = "longitude" if entry.longitude is None else "latitude"
        raise RuleViolation(_("Geben Sie Länge und Breite zusammen an oder keine von beiden."), field=empty)
    try:
        check_degrees(entry.longitude, entry.latitude)
    except CoordinateFault as fault:
        raise RuleViolation(str(fault), field="longitude") from fault
