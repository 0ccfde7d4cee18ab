"""Groups of persons that contexts above network know, e.g. the bodies: a search of network asks who belongs to one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from bildungsnetz.core.actor import Actor

Choices = Callable[[Actor], list[tuple[str, str]]]
Members = Callable[[Actor, str, date], Iterable[int]]


@dataclass(frozen=True, slots=True)
class Source:
    """One sort of groups: what they are called, which there are, who belongs to one on a day (keys of persons)."""

    label: str | Promise
    choices: Choices
    members: Members


_sources: dict[str, Source] = {}


def register(kind: str, label: str | Promise, choices: Choices, members: Members) -> None:
    """`choices(actor)` and `members(actor, key, on)` give only what the actor may see."""
    _sources[kind] = Source(label, choices, members)


def choices(actor: Actor) -> list[tuple[str, str]]:
    """All groups of all sorts: "body:12" and its name."""
    return [
        (f"{kind}:{key}", name)
        for kind, source in sorted(_sources.items())
        for key, name in source.choices(actor)
    ]


def members(actor: Actor, group: str, on: date) -> list[int]:
    """Who belongs to "body:12" on a day; nobody for a group that does not exist or may not be seen."""
    kind, _sign, key = group.partition(":")
    source = _sources.get(kind)
    return sorted(source.members(actor, key, on)) if source else []
