"""What is due and what waits for a person: contexts register sources, the page "Heute" joins them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise

from bildungsnetz.core.actor import Actor


@dataclass(frozen=True)
class Matter:
    """One line of my day: what it is, where to act, until when; `group` is "due", "waiting" or "next"."""

    group: str
    kind: str | Promise
    title: str
    url: str
    due: date | None = None


Source = Callable[[Actor, datetime], list[Matter]]
_sources: list[Source] = []


def register(source: Source) -> None:
    _sources.append(source)


def matters_for(actor: Actor, now: datetime) -> list[Matter]:
    """All matters of the actor, those with the nearest date first."""
    found = [matter for source in _sources for matter in source(actor, now)]
    return sorted(found, key=lambda m: (m.due or date.max, m.title))
