"""What can be done next with a thing, offered by contexts above the one that owns its page.

The page of an order (governance) offers "Maßnahme anlegen" (programme) without knowing it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from bildungsnetz.core.actor import Actor


@dataclass(frozen=True)
class NextStep:
    label: str | Promise
    url: str


Provider = Callable[[Actor, int], list[NextStep]]
_providers: dict[str, list[Provider]] = {}


def register(kind: str, provider: Provider) -> None:
    """`provider(actor, pk)` gives the steps the actor may take with the thing of this kind."""
    _providers.setdefault(kind, []).append(provider)


def steps_for(actor: Actor, kind: str, pk: int) -> list[NextStep]:
    return [step for provider in _providers.get(kind, []) for step in provider(actor, pk)]
