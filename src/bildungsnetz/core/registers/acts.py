"""The acts of the house: their name, what they mean in German, which roles hold them from the start."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Act:
    name: str
    label: str | Promise
    roles: frozenset[str]


_acts: dict[str, Act] = {}


def register(name: str, label: str | Promise, *, roles: Iterable[str]) -> None:
    """Make an act known; `roles` are the keys of the roles that hold it in a fresh installation."""
    _acts[name] = Act(name, label, frozenset(roles))


def all_acts() -> list[Act]:
    return sorted(_acts.values(), key=lambda act: act.name)


def acts_of(role: str) -> list[str]:
    """The names of the acts that a role holds in a fresh installation."""
    return [act.name for act in all_acts() if role in act.roles]


def exists(name: str) -> bool:
    return name in _acts
