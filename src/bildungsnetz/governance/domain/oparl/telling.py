"""From what is stored to what is told: addresses for links, moments for embedded objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bildungsnetz.governance.domain.oparl.things import EMBEDDED, LINK, TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SCHEMA = "https://schema.oparl.org/1.1/"
Moments = tuple[str, str]


def type_of(kind: str) -> str:
    return f"{SCHEMA}{TYPES[kind]}"


def embedded_in(content: Any) -> Iterator[str]:
    """The names ("agendaitem/7") of all objects embedded in a stored content."""
    if isinstance(content, dict):
        if EMBEDDED in content:
            yield content[EMBEDDED]
        for value in content.values():
            yield from embedded_in(value)
    elif isinstance(content, list):
        for value in content:
            yield from embedded_in(value)


def told(
    content: Mapping[str, Any],
    *,
    address: Callable[[str], str],
    moments: Mapping[str, Moments],
    omit_internal: bool = False,
) -> dict[str, Any]:
    """A stored content as JSON: links become addresses, embedded objects get id, type, created and modified.

    `omit_internal` leaves out lists of embedded objects, as the parameter of the same name asks.
    """
    return {
        name: _value(value, address, moments)
        for name, value in content.items()
        if name != EMBEDDED and not (omit_internal and _is_internal_list(value))
    }


def _value(value: Any, address: Callable[[str], str], moments: Mapping[str, Moments]) -> Any:
    if isinstance(value, list):
        return [_value(inner, address, moments) for inner in value]
    if not isinstance(value, dict):
        return value
    if LINK in value:
        return address(value[LINK])
    if EMBEDDED not in value:
        return value
    name = value[EMBEDDED]
    created, modified = moments[name]
    return {
        "id": address(name),
        "type": type_of(name.partition("/")[0]),
        **told(value, address=address, moments=moments),
        "created": created,
        "modified": modified,
    }


def _is_internal_list(value: Any) -> bool:
    return (
        isinstance(value, list) and bool(value) and all(isinstance(v, dict) and EMBEDDED in v for v in value)
    )
