"""The published school lists we read: their columns and their ways of writing dates and municipality keys.

Observed in the open data of the school ministry (MSB, `schuldaten.csv`; social index, `schulliste_…_open_data.csv`), in the
master table of the state's school administration software (SVWS, `Schulen.csv`) and in the directory of IT.NRW.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Dialect:
    """Where one list keeps what we need. `columns` maps our word to the heading in the file."""

    key: str
    name: str
    columns: Mapping[str, str]
    key_without_land: bool = False
    date_format: str = ""
    dates_closing: bool = False
    """Whether the date of a closing school is its last day (MSB) or still its founding day (SVWS, then not used)."""
    untold: frozenset[str] = frozenset()
    """Facts that the list does not tell: a known institution keeps them."""
    is_for_comparing: bool = False
    """Whether the list tells too little to be imported."""


MSB: Final = Dialect(
    key="msb",
    name="Schuldaten des Schulministeriums (MSB)",
    columns={
        "number": "Schulnummer",
        "school_form": "Schulform",
        "name_1": "Schulbezeichnung_1",
        "name_2": "Schulbezeichnung_2",
        "name_3": "Schulbezeichnung_3",
        "short_name": "Kurzbezeichnung",
        "postal_code": "PLZ",
        "city": "Ort",
        "street": "Strasse",
        "phone_prefix": "Telefonvorwahl",
        "phone": "Telefon",
        "fax_prefix": "Faxvorwahl",
        "fax": "Fax",
        "email": "E-Mail",
        "website": "Homepage",
        "legal_form": "Rechtsform",
        "authority_number": "Traegernummer",
        "ags": "Gemeindeschluessel",
        "status": "Schulbetriebsschluessel",
        "status_date": "Schulbetriebsdatum",
        "reference_system": "EPSG",
        "easting": "UTMRechtswert",
        "northing": "UTMHochwert",
    },
    date_format="%d.%m.%Y",
    dates_closing=True,
)

SVWS: Final = Dialect(
    key="svws",
    name="Schulverzeichnis der Schulverwaltungssoftware (SVWS)",
    columns={
        "number": "SchulNr",
        "school_form": "SF",
        "name_1": "ABez1",
        "name_2": "ABez2",
        "name_3": "ABez3",
        "short_name": "KurzBez",
        "postal_code": "PLZ",
        "city": "Ort",
        "street": "Strasse",
        "phone_prefix": "TelVorw",
        "phone": "Telefon",
        "fax_prefix": "FaxVorw",
        "fax": "Fax",
        "email": "Email",
        "website": "URL",
        "legal_form": "OeffPri",
        "authority_number": "SchultraegerNr",
        "ags": "RegSchl",
        "status": "SchBetrSchl",
        "status_date": "SchBetrSchlDatum",
        "easting": "KoRe",
        "northing": "KoHo",
    },
    key_without_land=True,
    date_format="%Y%m%d",
)

ITNRW: Final = Dialect(
    key="itnrw",
    name="Verzeichnis der Schulen (IT.NRW)",
    columns={
        "number": "Schulnummer",
        "school_form": "Schulform",
        "ags": "Amtlicher Gemeindeschlüssel",
        "name_1": "Amtliche Bezeichnung 1",
        "name_2": "Amtliche Bezeichnung 2",
        "name_3": "Amtliche Bezeichnung 3",
        "street": "Straße und Hausnummer",
        "postal_code": "Postleitzahl",
        "city": "Ort",
        "legal_form": "Rechtsstatus",
        "phone_prefix": "Telefonnummer Vorwahl",
        "phone": "Telefonnummer Durchwahl",
        "fax_prefix": "Faxnummer Vorwahl",
        "fax": "Faxnummer Durchwahl",
        "email": "Offizielle E-Mail-Adresse",
    },
    untold=frozenset(
        {
            "short_name",
            "school_form",
            "status",
            "status_date",
            "authority_number",
            "longitude",
            "latitude",
            "website",
        }
    ),
)

SOCIAL_INDEX: Final = Dialect(
    key="sozialindex",
    name="Schulscharfer Sozialindex (MSB)",
    columns={
        "number": "Schulnummer",
        "short_name": "Kurzbezeichnung",
        "district": "Kreis",
        "city": "Gemeinde",
        "level": "Sozialindexstufe",
    },
    is_for_comparing=True,
)

DIALECTS: Final = (MSB, SVWS, ITNRW, SOCIAL_INDEX)
