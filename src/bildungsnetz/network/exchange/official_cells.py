"""What stands in one cell of an official list, as a value of the register or a fault with its reason."""

import re
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _

from bildungsnetz.network.domain.coordinates import Point, from_utm
from bildungsnetz.network.domain.kinds import SCHOOL, SCHOOL_SUPERVISION
from bildungsnetz.network.domain.school_keys import (
    LEGAL_FORM_KEYS,
    SCHOOL_FORMS,
    SCHOOL_OFFICE_FORM,
    STATUS_KEYS,
    LegalForm,
    OperatingStatus,
)
from bildungsnetz.network.exchange.dialects import Dialect

_STAGE: Final = r"(?:Primarstufe|Sekundarstufen?\s*I(?:\s*(?:und|u\.)\s*II)?|Sekundarstufe\s*II|Sek\.?\s*I)"
_STAGE_INSIDE: Final = re.compile(rf"(?:^|\s+)-\s*{_STAGE}\s*-(?=\s|$)")
_STAGE_ALONE: Final = re.compile(rf"[\s-]*(?:Schule\s+d(?:er|\.)\s+)?{_STAGE}[\s-]*")
_REFERENCE_SYSTEMS: Final = frozenset({"", "null", "EPSG:25832"})


class RowFault(ValueError):
    """One row cannot be taken over; the message is a German sentence."""


def name(cells: dict[str, str]) -> str:
    """The official name stands in up to three cells of 40 characters; a hyphen at a cell's end is a word break.

    Notes on the stage ("- Primarstufe -", "Schule der Sekundarstufe II") are left out: the school form says it.
    """
    name = cells["name_1"]
    for part in (cells["name_2"], cells["name_3"]):
        if _STAGE_ALONE.fullmatch(part):
            continue
        broken_word = re.search(r"\w-$", name) and part[:1].islower()
        name = name[:-1] + part if broken_word else f"{name} {part}"
    name = re.sub(r"\s+", " ", _STAGE_INSIDE.sub("", name)).strip()
    if not name:
        raise RowFault(_("Der Name der Einrichtung fehlt."))
    return name


def kind_and_form(key: str) -> tuple[str, str]:
    """Our kind and the two-digit school form; mends a lost zero."""
    if key == SCHOOL_OFFICE_FORM:
        return SCHOOL_SUPERVISION, ""
    form = "0" + key if len(key) == 1 else key  # a spreadsheet drops the zero of "02"
    if form not in SCHOOL_FORMS:
        raise RowFault(_("Die Schulform „%(key)s“ ist unbekannt.") % {"key": key})
    return SCHOOL, form


def legal_form(key: str) -> LegalForm:
    """Public or private by its key."""
    if key not in LEGAL_FORM_KEYS:
        raise RowFault(
            _("Die Rechtsform „%(key)s“ ist unbekannt: 1 steht für öffentlich, 2 für privat.") % {"key": key}
        )
    return LEGAL_FORM_KEYS[key]


def status(key: str) -> OperatingStatus:
    """The state of operation by its key."""
    if key not in STATUS_KEYS:
        raise RowFault(_("Der Schulbetriebsschlüssel „%(key)s“ ist unbekannt.") % {"key": key})
    return STATUS_KEYS[key]


def status_date(text: str, status: OperatingStatus, dialect: Dialect) -> date | None:
    """The day that belongs to the state, where the list means what we mean."""
    if not text or (status is OperatingStatus.CLOSING and not dialect.dates_closing):
        return None
    try:
        return datetime.strptime(text, dialect.date_format).date()  # noqa: DTZ007 - a day without a time zone
    except ValueError:
        raise RowFault(_("Das Datum „%(text)s“ ist nicht lesbar.") % {"text": text}) from None


def postal_code(text: str) -> str:
    """Five digits; mends a lost zero."""
    code = "0" + text if len(text) == 4 and text.isdigit() else text
    if not re.fullmatch(r"[0-9]{5}", code):
        raise RowFault(_("Die Postleitzahl „%(text)s“ hat nicht fünf Ziffern.") % {"text": text})
    return code


def point(cells: dict[str, str]) -> Point | None:
    """The place in degrees, None without coordinates."""
    system = cells.get("reference_system", "")
    if system not in _REFERENCE_SYSTEMS:
        raise RowFault(
            _("Das Koordinatensystem „%(system)s“ wird nicht gelesen, nur EPSG:25832.") % {"system": system}
        )
    return from_utm(cells["easting"], cells["northing"])


def phone(prefix: str, number: str) -> str:
    """Prefix and number as one text."""
    return f"{prefix} {number}".strip() if number else ""


def whole(text: str) -> str:
    """A number that a spreadsheet turned into a decimal one ("9003119.0") as it was."""
    return re.sub(r"^([0-9]+)\.0$", r"\1", text)


def prefix(text: str) -> str:
    """A dialling prefix with the zero that a spreadsheet dropped ("211.0" is 0211)."""
    digits = whole(text)
    return "0" + digits if re.fullmatch(r"[1-9][0-9]*", digits) else digits


def website(text: str) -> str:
    """An address with its scheme."""
    if not text:
        return ""
    address = text if text.lower().startswith(("http://", "https://")) else f"https://{text}"
    if re.search(r"\s", address) or len(address) > 200:
        raise RowFault(_("Die Internetadresse „%(text)s“ ist nicht lesbar.") % {"text": text})
    return address
