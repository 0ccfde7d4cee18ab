"""What the official list says about one institution, and which fields of our register it therefore locks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Self

from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.kinds import SEED_BY_KEY
from bildungsnetz.network.domain.school_keys import (
    LEGAL_FORM_NAMES,
    SCHOOL_FORMS,
    STATUS_NAMES,
    LegalForm,
    OperatingStatus,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class OfficialFacts:
    """One institution as the official list describes it; the school number identifies it."""

    number: str
    name: str
    short_name: str
    kind: str
    school_form: str
    legal_form: LegalForm
    status: OperatingStatus
    status_date: date | None
    ags: str
    authority_number: str
    street: str
    postal_code: str
    city: str
    longitude: float | None
    latitude: float | None
    phone: str
    fax: str
    email: str
    website: str

    def as_json(self) -> dict[str, Any]:
        """Plain values for storage; `from_json` reads them back."""
        values = asdict(self)
        values["legal_form"] = self.legal_form.value
        values["status"] = self.status.value
        values["status_date"] = self.status_date.isoformat() if self.status_date else None
        return values

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """The inverse of `as_json`."""
        day = values["status_date"]
        return cls(
            **{
                **values,
                "legal_form": LegalForm(values["legal_form"]),
                "status": OperatingStatus(values["status"]),
                "status_date": date.fromisoformat(day) if day else None,
            }
        )


FACT_NAMES: Final[dict[str, _StrPromise]] = {
    "number": _("Schulnummer"),
    "name": _("Name"),
    "short_name": _("Kurzbezeichnung"),
    "kind": _("Art der Einrichtung"),
    "school_form": _("Schulform"),
    "legal_form": _("Rechtsform"),
    "status": _("Betriebsstand"),
    "status_date": _("Datum zum Betriebsstand"),
    "ags": _("Stadt oder Gemeinde"),
    "authority_number": _("Nummer des Schulträgers"),
    "street": _("Straße und Hausnummer"),
    "postal_code": _("Postleitzahl"),
    "city": _("Ort"),
    "longitude": _("Länge"),
    "latitude": _("Breite"),
    "phone": _("Telefon"),
    "fax": _("Fax"),
    "email": _("E-Mail"),
    "website": _("Internetseite"),
}

LOCKED_FIELDS: Final = frozenset(field.name for field in fields(OfficialFacts))
"""An institution with an official number gets these from the list only; everything else stays its own."""


def shown_value(field: str, value: Any) -> str:
    """A stored value as a person reads it: names for keys, German dates and decimals, a dash for nothing."""
    if value is None or value == "":
        return "–"
    if isinstance(value, float):
        return f"{value:.6f}".replace(".", ",")
    if field == "status_date":
        return f"{date.fromisoformat(value):%d.%m.%Y}"
    names: dict[str, Mapping[Any, Any]] = {
        "status": STATUS_NAMES,
        "legal_form": LEGAL_FORM_NAMES,
        "school_form": SCHOOL_FORMS,
        "kind": {key: seed.name for key, seed in SEED_BY_KEY.items()},
    }
    return str(names.get(field, {}).get(value, value))
