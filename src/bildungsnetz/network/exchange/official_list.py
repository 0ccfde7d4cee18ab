"""Reading the official school list for one Kreis: every row becomes facts or a refusal with its reason."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _

from bildungsnetz.network.domain.coordinates import CoordinateFault, Point, from_utm
from bildungsnetz.network.domain.import_plan import OfficialList, ReadRow, RefusedRow
from bildungsnetz.network.domain.keys import KeyFault, municipality_key, school_number
from bildungsnetz.network.domain.kinds import SCHOOL, SCHOOL_SUPERVISION
from bildungsnetz.network.domain.official import OfficialFacts
from bildungsnetz.network.domain.school_keys import (
    LEGAL_FORM_KEYS,
    SCHOOL_FORMS,
    SCHOOL_OFFICE_FORM,
    STATUS_KEYS,
    LegalForm,
    OperatingStatus,
)
from bildungsnetz.network.exchange.dialects import Dialect
from bildungsnetz.network.exchange.table import Line, read_table

_STAGE: Final = r"(?:Primarstufe|Sekundarstufen?\s*I(?:\s*(?:und|u\.)\s*II)?|Sekundarstufe\s*II|Sek\.?\s*I)"
_STAGE_INSIDE: Final = re.compile(rf"(?:^|\s+)-\s*{_STAGE}\s*-(?=\s|$)")
_STAGE_ALONE: Final = re.compile(rf"[\s-]*(?:Schule\s+d(?:er|\.)\s+)?{_STAGE}[\s-]*")
_REFERENCE_SYSTEMS: Final = frozenset({"", "null", "EPSG:25832"})


class RowFault(ValueError):
    """One row cannot be taken over; the message is a German sentence."""


def read_official_list(content: bytes, *, district: str) -> OfficialList:
    """Read the rows whose municipality lies in the Kreis (five-digit key). Raises UnreadableList.

    A row whose municipality key is damaged is refused rather than skipped: it may belong here. A school number that
    stands in several rows refuses all of them, because nothing says which one holds.
    """
    table = read_table(content)
    here: list[Line] = []
    refused: list[RefusedRow] = []
    for line in table.lines:
        try:
            key = municipality_key(line.cells["ags"], without_land=table.dialect.key_without_land)
        except KeyFault as fault:
            refused.append(_refuse(line, fault))
            continue
        if key.startswith(district):
            here.append(line)
    elsewhere = len(table.lines) - len(here) - len(refused)
    single, doubled = _split_doubled(here)
    read, faulty = _read_lines(single, table.dialect)
    return OfficialList(table.dialect.name, district, read, (*refused, *doubled, *faulty), elsewhere)


def _split_doubled(lines: Iterable[Line]) -> tuple[list[Line], list[RefusedRow]]:
    by_number: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_number[line.cells["number"]].append(line)
    single = [group[0] for group in by_number.values() if len(group) == 1]
    doubled = [
        _refuse(line, _doubled_reason(line, group))
        for number, group in by_number.items()
        if number and len(group) > 1
        for line in group
    ]
    nameless = [line for line in by_number.get("", ()) if len(by_number[""]) > 1]
    return [*single, *nameless], doubled


def _doubled_reason(line: Line, group: list[Line]) -> str:
    others = ", ".join(str(other.number) for other in group if other is not line)
    return _(
        "Die Schulnummer %(number)s steht auch in Zeile %(lines)s. Es ist nicht erkennbar, welche Zeile gilt."
    ) % {
        "number": line.cells["number"],
        "lines": others,
    }


def _read_lines(
    lines: Iterable[Line], dialect: Dialect
) -> tuple[tuple[ReadRow, ...], tuple[RefusedRow, ...]]:
    read: list[ReadRow] = []
    refused: list[RefusedRow] = []
    for line in lines:
        try:
            read.append(ReadRow(line.number, _facts(line.cells, dialect)))
        except (KeyFault, CoordinateFault, RowFault) as fault:
            refused.append(_refuse(line, fault))
    return tuple(read), tuple(refused)


def _facts(cells: dict[str, str], dialect: Dialect) -> OfficialFacts:
    number = school_number(cells["number"])
    kind, form = _kind_and_form(cells["school_form"])
    status = _status(cells["status"])
    point = _point(cells)
    return OfficialFacts(
        number=number,
        name=_name(cells),
        short_name=cells["short_name"],
        kind=kind,
        school_form=form,
        legal_form=_legal_form(cells["legal_form"]),
        status=status,
        status_date=_status_date(cells["status_date"], status, dialect),
        ags=municipality_key(cells["ags"], without_land=dialect.key_without_land),
        authority_number="" if cells["authority_number"] == "0" else cells["authority_number"],
        street=cells["street"],
        postal_code=_postal_code(cells["postal_code"]),
        city=cells["city"],
        longitude=point.longitude if point else None,
        latitude=point.latitude if point else None,
        phone=_phone(cells["phone_prefix"], cells["phone"]),
        fax=_phone(cells["fax_prefix"], cells["fax"]),
        email=cells["email"],
        website=_website(cells["website"]),
    )


def _name(cells: dict[str, str]) -> str:
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


def _kind_and_form(key: str) -> tuple[str, str]:
    if key == SCHOOL_OFFICE_FORM:
        return SCHOOL_SUPERVISION, ""
    form = "0" + key if len(key) == 1 else key  # a spreadsheet drops the zero of "02"
    if form not in SCHOOL_FORMS:
        raise RowFault(_("Die Schulform „%(key)s“ ist unbekannt.") % {"key": key})
    return SCHOOL, form


def _legal_form(key: str) -> LegalForm:
    if key not in LEGAL_FORM_KEYS:
        raise RowFault(
            _("Die Rechtsform „%(key)s“ ist unbekannt: 1 steht für öffentlich, 2 für privat.") % {"key": key}
        )
    return LEGAL_FORM_KEYS[key]


def _status(key: str) -> OperatingStatus:
    if key not in STATUS_KEYS:
        raise RowFault(_("Der Schulbetriebsschlüssel „%(key)s“ ist unbekannt.") % {"key": key})
    return STATUS_KEYS[key]


def _status_date(text: str, status: OperatingStatus, dialect: Dialect) -> date | None:
    if not text or (status is OperatingStatus.CLOSING and not dialect.dates_closing):
        return None
    try:
        return datetime.strptime(text, dialect.date_format).date()  # noqa: DTZ007 - a day without a time zone
    except ValueError:
        raise RowFault(_("Das Datum „%(text)s“ ist nicht lesbar.") % {"text": text}) from None


def _postal_code(text: str) -> str:
    code = "0" + text if len(text) == 4 and text.isdigit() else text
    if not re.fullmatch(r"[0-9]{5}", code):
        raise RowFault(_("Die Postleitzahl „%(text)s“ hat nicht fünf Ziffern.") % {"text": text})
    return code


def _point(cells: dict[str, str]) -> Point | None:
    system = cells.get("reference_system", "")
    if system not in _REFERENCE_SYSTEMS:
        raise RowFault(
            _("Das Koordinatensystem „%(system)s“ wird nicht gelesen, nur EPSG:25832.") % {"system": system}
        )
    return from_utm(cells["easting"], cells["northing"])


def _phone(prefix: str, number: str) -> str:
    return f"{prefix} {number}".strip() if number else ""


def _website(text: str) -> str:
    if not text:
        return ""
    address = text if text.lower().startswith(("http://", "https://")) else f"https://{text}"
    if re.search(r"\s", address) or len(address) > 200:
        raise RowFault(_("Die Internetadresse „%(text)s“ ist nicht lesbar.") % {"text": text})
    return address


def _refuse(line: Line, reason: Exception | str) -> RefusedRow:
    label = line.cells["short_name"] or line.cells["name_1"]
    return RefusedRow(line.number, line.cells["number"], label, str(reason))
