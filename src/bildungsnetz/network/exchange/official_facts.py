"""One row of an official list as facts of the register, for each list in its own way."""

from typing import Final

from django.utils.translation import gettext as _

from bildungsnetz.network.domain.keys import municipality_key, school_number
from bildungsnetz.network.domain.kinds import SCHOOL
from bildungsnetz.network.domain.official import OfficialFacts
from bildungsnetz.network.domain.school_keys import LegalForm, OperatingStatus
from bildungsnetz.network.exchange import official_cells as cell
from bildungsnetz.network.exchange.dialects import ITNRW, Dialect

_FORMS: Final = {
    "Grundschule": "02",
    "Hauptschule": "04",
    "Volksschule": "06",
    "Förderschule Grund-/Hauptschule": "08",
    "Realschule": "10",
    "PRIMUS-Schule": "13",
    "Sekundarschule": "14",
    "Gesamtschule": "15",
    "Gemeinschaftsschule": "16",
    "Freie Waldorfschule": "17",
    "Gymnasium": "20",
    "Weiterbildungskolleg": "25",
    "Berufskolleg": "30",
    "Förderschule Realschule/Gymnasium": "85",
    "Förderschule Berufskolleg": "88",
}
"""IT.NRW writes names; "Förderschule Grund-/Hauptschule" also holds the schools for the sick (83), "Freie Waldorfschule"
their special schools (19) and the Hiberniaschule (18): a known school keeps the form that a finer list gave it."""
_LEGAL: Final = {"Öffentlich": LegalForm.PUBLIC, "Privat": LegalForm.PRIVATE}


def facts_of(cells: dict[str, str], dialect: Dialect) -> OfficialFacts:
    """Raises KeyFault, CoordinateFault or RowFault with the reason why the row cannot be taken over."""
    return _of_itnrw(cells) if dialect is ITNRW else _of_keys(cells, dialect)


def form_named(name: str) -> str:
    """The key of a school form by the name that IT.NRW gives it. Raises RowFault."""
    if name not in _FORMS:
        raise cell.RowFault(_("Die Schulform „%(key)s“ ist unbekannt.") % {"key": name})
    return _FORMS[name]


def legal_form_named(name: str) -> LegalForm:
    """Raises RowFault."""
    if name not in _LEGAL:
        text = _("Der Rechtsstatus „%(name)s“ ist unbekannt: Er heißt „Öffentlich“ oder „Privat“.")
        raise cell.RowFault(text % {"name": name})
    return _LEGAL[name]


def _of_keys(cells: dict[str, str], dialect: Dialect) -> OfficialFacts:
    number = school_number(cells["number"])
    kind, form = cell.kind_and_form(cells["school_form"])
    status = cell.status(cells["status"])
    point = cell.point(cells)
    return OfficialFacts(
        number=number,
        name=cell.name(cells),
        short_name=cells["short_name"],
        kind=kind,
        school_form=form,
        legal_form=cell.legal_form(cells["legal_form"]),
        status=status,
        status_date=cell.status_date(cells["status_date"], status, dialect),
        ags=municipality_key(cells["ags"], without_land=dialect.key_without_land),
        authority_number="" if cells["authority_number"] == "0" else cells["authority_number"],
        street=cells["street"],
        postal_code=cell.postal_code(cells["postal_code"]),
        city=cells["city"],
        longitude=point.longitude if point else None,
        latitude=point.latitude if point else None,
        phone=cell.phone(cells["phone_prefix"], cells["phone"]),
        fax=cell.phone(cells["fax_prefix"], cells["fax"]),
        email=cells["email"],
        website=cell.website(cells["website"]),
    )


def _of_itnrw(cells: dict[str, str]) -> OfficialFacts:
    """Who stands in the directory works: it counts the schools with pupils of its school year."""
    return OfficialFacts(
        number=school_number(cells["number"]),
        name=cell.name(cells),
        short_name="",
        kind=SCHOOL,
        school_form=form_named(cells["school_form"]),
        legal_form=legal_form_named(cells["legal_form"]),
        status=OperatingStatus.IN_OPERATION,
        status_date=None,
        ags=municipality_key(cells["ags"]),
        authority_number="",
        street=cells["street"],
        postal_code=cell.postal_code(cells["postal_code"]),
        city=cells["city"],
        longitude=None,
        latitude=None,
        phone=cell.phone(cell.prefix(cells["phone_prefix"]), cell.whole(cells["phone"])),
        fax=cell.phone(cell.prefix(cells["fax_prefix"]), cell.whole(cells["fax"])),
        email=cells["email"],
        website="",
    )
