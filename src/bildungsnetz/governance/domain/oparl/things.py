"""Objects of OParl as plain values, before they get addresses and moments.

Source: OParl 1.1, object types and the rules on empty values (no null, no empty text, no empty list).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EMBEDDED = "@"
LINK = "@link"
TYPES = {
    "organization": "Organization",
    "person": "Person",
    "membership": "Membership",
    "meeting": "Meeting",
    "agendaitem": "AgendaItem",
    "paper": "Paper",
    "consultation": "Consultation",
    "file": "File",
    "location": "Location",
    "legislativeterm": "LegislativeTerm",
}
LISTS = {
    "organization": "organization",
    "person": "person",
    "meeting": "meeting",
    "paper": "paper",
    "agendaItem": "agendaitem",
    "consultation": "consultation",
    "file": "file",
    "locationList": "location",
    "legislativeTermList": "legislativeterm",
    "membership": "membership",
}
"""The property of a Body that names a list → the kind of its objects."""
OWN_LISTS = ("meeting", "consultation")
"""Lists that an Organization has for itself."""


@dataclass(frozen=True, slots=True)
class Link:
    """Leads to an object ("meeting/12"), to a list of one ("organization/3/meeting") or to a page ("=route/12")."""

    target: str


def link(kind: str, key: int) -> Link:
    """Leads to an object."""
    return Link(f"{kind}/{key}")


def page(route: str, key: int) -> Link:
    """Leads to a public page for people."""
    return Link(f"={route}/{key}")


@dataclass(frozen=True, slots=True)
class Thing:
    """One public object. Values: text, numbers, truth values, links, lists, or other things, which are then embedded."""

    kind: str
    key: int
    origin: str
    values: Mapping[str, Any] = field(default_factory=dict)
    body_id: int | None = None

    @property
    def name(self) -> str:
        """Its place among all objects: "meeting/12"."""
        return f"{self.kind}/{self.key}"

    def content(self) -> dict[str, Any]:
        """What is stored: everything that is not empty, embedded things under their reference."""
        return {name: _plain(value) for name, value in self.values.items() if not _is_empty(value)}

    def all(self) -> Iterator[Thing]:
        """The thing and everything embedded in it."""
        yield self
        for value in self.values.values():
            for inner in value if isinstance(value, (list, tuple)) else (value,):
                if isinstance(inner, Thing):
                    yield from inner.all()


def _plain(value: Any) -> Any:
    if isinstance(value, Thing):
        return {EMBEDDED: value.name, **value.content()}
    if isinstance(value, Link):
        return {LINK: value.target}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], ())
