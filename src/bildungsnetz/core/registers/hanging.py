"""What hangs on a row of a kind, and how it moves when two rows become one.

Every foreign key to the row moves by itself, of whatever context: core finds them in the models. Contexts register what
core cannot know: how the rows are called, what forbids the merge, what to set where a plain move would break a rule of
the database, and what to do after rows have moved.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any

from django.utils.functional import Promise

Refuse = Callable[[int, int], list[str]]
Moved = Callable[[list[int]], None]
Senseless = Callable[[int, int], Collection[int]]


@dataclass(frozen=True)
class Hanging:
    """Rows of one model that name the row in one field ("governance.mandate", "person").

    `refuse(loser, winner)` gives sentences that forbid the merge. `on_clash` is set on a row that cannot stand beside
    those of the winner otherwise. `senseless(loser, winner)` gives the keys of rows that say nothing once the two are
    one (a thing related to itself): they are removed and come back with the undo. `moved(pks)` runs after rows have
    moved, there or back.
    """

    model: str
    field: str
    label: str | Promise
    refuse: Refuse | None = None
    on_clash: Mapping[str, Any] = default(default_factory=dict)
    senseless: Senseless | None = None
    moved: Moved | None = None


_known: dict[tuple[str, str], Hanging] = {}


def register(hanging: Hanging) -> None:
    _known[hanging.model, hanging.field] = hanging


def find(model: str, field_name: str) -> Hanging | None:
    """What is known about a field of a model; None when no context has said anything."""
    return _known.get((model, field_name))
