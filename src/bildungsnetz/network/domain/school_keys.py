"""Keys of the official school list of North Rhine-Westphalia: school form, legal form, state of operation.

Source: key lists of the school ministry's open school data (`Schulform`, `Rechtsform`, `Schulbetriebsschluessel`) and
the school statistics (`Schulform.json` of the state's school software). Keys are text: "02", "0A".
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

SCHOOL_OFFICE_FORM: Final = "0A"
"""The list also holds the 53 state school offices; they are supervision, not schools."""

SOCIAL_INDEX: Final = (1, 9)
"""The steps of the Schulsozialindex of the state: 1 is the lowest social burden, 9 the highest (MSB NRW)."""

SCHOOL_FORMS: Final[dict[str, _StrPromise]] = {
    "02": _("Grundschule"),
    "04": _("Hauptschule"),
    "06": _("Volksschule"),
    "08": _("Förderschule"),
    "10": _("Realschule"),
    "13": _("PRIMUS-Schule"),
    "14": _("Sekundarschule"),
    "15": _("Gesamtschule"),
    "16": _("Gemeinschaftsschule"),
    "17": _("Freie Waldorfschule"),
    "18": _("Hiberniaschule"),
    "19": _("Freie Waldorf-Förderschule"),
    "20": _("Gymnasium"),
    "25": _("Weiterbildungskolleg"),
    "30": _("Berufskolleg"),
    "81": _("Förderschule, sonstige"),
    "83": _("Klinikschule"),
    "85": _("Förderschule, Bildungsgang Realschule"),
    "87": _("Förderschule, Bildungsgang Gymnasium"),
    "88": _("Förderschule, Bildungsgang Berufskolleg"),
}


class LegalForm(StrEnum):
    """Who carries the institution: a public body or somebody else."""

    PUBLIC = "public"
    PRIVATE = "private"


LEGAL_FORM_NAMES: Final[dict[LegalForm, _StrPromise]] = {
    LegalForm.PUBLIC: _("öffentlich"),
    LegalForm.PRIVATE: _("privat"),
}

LEGAL_FORM_KEYS: Final = {"1": LegalForm.PUBLIC, "2": LegalForm.PRIVATE}


class OperatingStatus(StrEnum):
    """Whether an institution works. Only `IN_OPERATION` counts when schools are counted."""

    IN_OPERATION = "in_operation"
    CLOSING = "closing"
    OPENING = "opening"
    SPECIAL = "special"
    CLOSED = "closed"


STATUS_NAMES: Final[dict[OperatingStatus, _StrPromise]] = {
    OperatingStatus.IN_OPERATION: _("in Betrieb"),
    OperatingStatus.CLOSING: _("läuft aus"),
    OperatingStatus.OPENING: _("in Errichtung"),
    OperatingStatus.SPECIAL: _("Sonderfall"),
    OperatingStatus.CLOSED: _("geschlossen"),
}

STATUS_KEYS: Final = {
    "0": OperatingStatus.CLOSING,  # dissolved at the end of the running school year
    "1": OperatingStatus.IN_OPERATION,
    "2": OperatingStatus.CLOSING,  # takes no new pupils any more
    "3": OperatingStatus.OPENING,
    "6": OperatingStatus.SPECIAL,  # works outside the ordinary statistics, e.g. the school for circus children
    "9": OperatingStatus.CLOSED,
}
