"""School lists as sources that can be compared: what each counts, and what it says about one school."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final, Self

from bildungsnetz.network.domain.import_plan import RefusedRow
from bildungsnetz.network.domain.school_keys import SCHOOL_OFFICE_FORM, OperatingStatus


class ListKey(StrEnum):
    """The sources we know; the register is one of them."""

    MSB = "msb"
    SVWS = "svws"
    ITNRW = "itnrw"
    SOCIAL_INDEX = "sozialindex"
    REGISTER = "register"


_INDEXED: Final = frozenset({"02", "04", "10", "13", "14", "15", "20"})


@dataclass(frozen=True, slots=True)
class Listed:
    """What one list says about one number; a field it does not tell is empty."""

    number: str
    name: str
    form: str = ""
    is_private: bool | None = None
    status: OperatingStatus | None = None
    status_date: date | None = None
    ags: str = ""
    address: str = ""
    branch_of: str = ""

    @property
    def is_school_office(self) -> bool:
        return self.form == SCHOOL_OFFICE_FORM

    def as_json(self) -> dict[str, Any]:
        """Plain values for storage without what is empty; `from_json` reads them back."""
        values = {name: value for name, value in asdict(self).items() if value not in ("", None)}
        if self.status_date:
            values["status_date"] = self.status_date.isoformat()
        return values

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """The inverse of `as_json`."""
        day, status = values.get("status_date"), values.get("status")
        rest = {name: value for name, value in values.items() if name not in ("status", "status_date")}
        return cls(
            **rest,
            status=OperatingStatus(status) if status else None,
            status_date=date.fromisoformat(day) if day else None,
        )


@dataclass(frozen=True, slots=True)
class SchoolSource:
    """One list about one Kreis as of a day.

    `elsewhere` names the Kreis of every number it puts in another one, `youngest` is the last founding day of the whole
    list, if it tells such days.
    """

    key: ListKey
    name: str
    as_of: date
    entries: Mapping[str, Listed]
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    youngest: date | None = None

    @property
    def knows_until(self) -> date:
        """A list may be older than its date says: it knows no school founded after the youngest founding day in it."""
        return min(self.as_of, self.youngest) if self.youngest else self.as_of


@dataclass(frozen=True, slots=True)
class ReadSchoolList:
    """A list as it was read; `elsewhere` gives the key of the Kreis for each number of another one."""

    key: ListKey
    name: str
    encoding: str
    entries: tuple[Listed, ...]
    elsewhere: dict[str, str]
    refused: tuple[RefusedRow, ...] = ()
    youngest: date | None = None


def place_of(street: str, postal_code: str) -> str:
    """An address in one way of writing, so that two lists can be compared."""
    plain = re.sub(r"str(?:asse|\.)", "str", street.casefold())
    return re.sub(r"[^0-9a-zäöüß]", "", f"{postal_code}{plain}") if street else ""


def founded_on(listed: Listed) -> date | None:
    """The day from which a school works, if the entry tells it."""
    return listed.status_date if _is_founding(listed) else None


def closed_on(listed: Listed) -> date | None:
    """The last day of a school that closes or has closed, if the entry tells it."""
    is_over = listed.status in (OperatingStatus.CLOSING, OperatingStatus.CLOSED)
    return listed.status_date if is_over else None


def is_counted(key: ListKey, listed: Listed) -> bool:
    """Whether a list counts schools of this kind at all.

    Sources: the ministry's list holds school offices and closed schools; the school software's only schools; the
    directory of IT.NRW the schools of the official statistics; the social index public general schools without special
    schools, Weiterbildungskolleg, Berufskolleg and Waldorf.
    """
    if key in (ListKey.MSB, ListKey.REGISTER):
        return True
    if listed.is_school_office:
        return False
    if key is ListKey.SVWS:
        return True
    if listed.status is OperatingStatus.SPECIAL:
        return False
    return key is ListKey.ITNRW or (listed.form in _INDEXED and listed.is_private is not True)


def _is_founding(listed: Listed) -> bool:
    return listed.status in (OperatingStatus.IN_OPERATION, OperatingStatus.OPENING)
