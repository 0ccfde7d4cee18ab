"""The entries of the office navigation, ordered; shown only to whom one of the acts is allowed."""

from dataclasses import dataclass

from django.utils.functional import Promise

from bildungsnetz.core.actor import Actor


@dataclass(frozen=True)
class Entry:
    order: int
    label: str | Promise
    route: str
    acts: frozenset[str]
    group: str | Promise = ""


_entries: dict[str, Entry] = {}
_public: dict[str, Entry] = {}
_account: dict[str, Entry] = {}


def register(
    *, order: int, label: str | Promise, route: str, acts: set[str], group: str | Promise = ""
) -> None:
    """`route` is the name of a route without arguments; an empty `acts` shows it to everybody signed in."""
    _entries[route] = Entry(order, label, route, frozenset(acts), group)


def register_public(*, order: int, label: str | Promise, route: str) -> None:
    """`route` is the name of a public route without arguments; it stands in the head of every public page."""
    _public[route] = Entry(order, label, route, frozenset())


def register_account(*, order: int, label: str | Promise, route: str) -> None:
    """`route` is the name of a page about one's own account; it stands in the menu below the name of everybody signed in."""
    _account[route] = Entry(order, label, route, frozenset())


def account_entries() -> list[Entry]:
    return sorted(_account.values(), key=lambda entry: entry.order)


def public_entries() -> list[Entry]:
    return sorted(_public.values(), key=lambda entry: entry.order)


def all_entries() -> list[Entry]:
    return sorted(_entries.values(), key=lambda entry: entry.order)


def entries_for(actor: Actor) -> list[Entry]:
    if actor.is_anonymous:
        return []
    allowed = [e for e in _entries.values() if not e.acts or actor.can_somewhere(e.acts)]
    return sorted(allowed, key=lambda e: e.order)
