"""What a client may ask of a list: filters by time, page, size.

Source: OParl 1.1, chapter on lists and filters: created_since/_until and modified_since/_until are mandatory, omit_internal
and limit are optional.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 100
TIMES = ("created_since", "created_until", "modified_since", "modified_until")


class Unreadable(ValueError):
    """A parameter that cannot be read; the message is for the one who wrote the client."""


@dataclass(frozen=True)
class Asked:
    """A request for a page of a list; `times` holds the filters given."""

    times: Mapping[str, datetime] = field(default_factory=dict)
    page: int = 1
    limit: int = MOST
    omit_internal: bool = False

    @property
    def wants_deleted(self) -> bool:
        """Deleted objects are told only to those who ask what has changed."""
        return "modified_since" in self.times

    def query(self, page: int) -> str:
        """The query of another page with the same filters."""
        given: dict[str, str | int] = {name: moment.isoformat() for name, moment in self.times.items()}
        if self.limit != MOST:
            given["limit"] = self.limit
        if self.omit_internal:
            given["omit_internal"] = "true"
        if page > 1:
            given["page"] = page
        return urlencode(given)


def read(given: Mapping[str, str]) -> Asked:
    """Read the parameters of an address; unknown ones are ignored. Raises Unreadable."""
    times = {name: _moment(name, given[name]) for name in TIMES if given.get(name)}
    return Asked(
        times=times,
        page=_number(given, "page", 1),
        limit=min(_number(given, "limit", MOST), MOST),
        omit_internal=given.get("omit_internal", "").lower() in {"1", "true"},
    )


def _moment(name: str, text: str) -> datetime:
    # A plus sign that nobody encoded arrives as a space.
    try:
        moment = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        raise Unreadable(f"{name}: not a date-time like 2026-01-31T12:00:00+01:00") from None
    if moment.tzinfo is None:
        raise Unreadable(f"{name}: the offset from UTC is missing")
    return moment


def _number(given: Mapping[str, str], name: str, default: int) -> int:
    text = given.get(name, "")
    if not text:
        return default
    if not text.isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise Unreadable(f"{name}: not a positive number")
    return int(text)
