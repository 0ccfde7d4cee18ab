"""Agenda items: kinds, states, fixed items, order and numbers.

Source: item types and states of the domain report, table 2.4; the approval of the agenda stands at the start, the next
date at the end (rules of procedure of comparable advisory boards). Numbers on a sent invitation never change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.states import StateTable, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class ItemKind(TextChoices):
    """What the body is asked for."""

    INFORMATION = "information", _("Information")
    CONSULTATION = "consultation", _("Beratung")
    DECISION = "decision", _("Beschluss")


class ItemState(TextChoices):
    """Where an item stands."""

    PROPOSED = "proposed", _("vorgeschlagen")
    ACCEPTED = "accepted", _("angenommen")
    TREATED = "treated", _("behandelt")
    POSTPONED = "postponed", _("vertagt")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


class FixedItem(TextChoices):
    """Items every session has; the label is the title."""

    APPROVAL_OF_AGENDA = "approval_of_agenda", _("Genehmigung der Tagesordnung")
    PREVIOUS_MINUTES = "previous_minutes", _("Protokoll der vorigen Sitzung")
    NEXT_DATE = "next_date", _("Nächster Termin")


# Fixed items are settled by a word in the room, not by positions of the sides: none of them is a decision item.
FIXED_KINDS = {
    FixedItem.APPROVAL_OF_AGENDA: ItemKind.CONSULTATION,
    FixedItem.PREVIOUS_MINUTES: ItemKind.INFORMATION,
    FixedItem.NEXT_DATE: ItemKind.INFORMATION,
}
_PLACES = {None: 2, FixedItem.APPROVAL_OF_AGENDA: 0, FixedItem.PREVIOUS_MINUTES: 1, FixedItem.NEXT_DATE: 3}

ITEM_STEPS = StateTable(
    (
        Step(ItemState.PROPOSED, ItemState.ACCEPTED),
        # A member whose proposal is refused is told why.
        Step(ItemState.PROPOSED, ItemState.WITHDRAWN, needs_text=True),
        Step(ItemState.ACCEPTED, ItemState.TREATED),
        Step(ItemState.ACCEPTED, ItemState.POSTPONED),
        Step(ItemState.ACCEPTED, ItemState.WITHDRAWN, needs_text=True),
    )
)
_WITHOUT_NUMBER = frozenset({ItemState.PROPOSED, ItemState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """What order and numbers need to know of an item."""

    key: str
    position: int
    state: ItemState = ItemState.ACCEPTED
    fixed: FixedItem | None = None
    number: int | None = None


def fixed_items(*, has_previous_minutes: bool) -> tuple[FixedItem, ...]:
    """The items a new session starts with; the first session of a body has no previous minutes."""
    return tuple(item for item in FixedItem if has_previous_minutes or item is not FixedItem.PREVIOUS_MINUTES)


def ordered(entries: Iterable[AgendaEntry]) -> tuple[AgendaEntry, ...]:
    """Opening items, then the others by position, then closing items."""
    return tuple(sorted(entries, key=lambda entry: (_PLACES[entry.fixed], entry.position, entry.key)))


def numbered(entries: Iterable[AgendaEntry], *, is_sent: bool) -> tuple[AgendaEntry, ...]:
    """The agenda in order with numbers.

    Before the invitation is sent, all accepted items count 1, 2, 3 …; afterwards every number stays with its item, even
    if that is withdrawn, and late items follow behind the highest number.
    """
    in_order = ordered(entries)
    if not is_sent:
        in_order = tuple(replace(entry, number=None) for entry in in_order)
    last = max((entry.number or 0 for entry in in_order), default=0)
    result = []
    for entry in in_order:
        if entry.number is None and entry.state not in _WITHOUT_NUMBER:
            last += 1
            result.append(replace(entry, number=last))
        else:
            result.append(entry)
    return tuple(sorted(result, key=lambda entry: entry.number or last + 1)) if is_sent else tuple(result)


def moved(keys: Sequence[str], key: str, steps: int) -> tuple[str, ...]:
    """The keys with one moved up (negative) or down; it stops at the ends. Raises ValueError for an unknown key."""
    rest = list(keys)
    index = rest.index(key)
    rest.pop(index)
    rest.insert(max(index + steps, 0), key)
    return tuple(rest)


def refuse_treated(kind: ItemKind, *, has_decision: bool) -> list[Refusal]:
    """A decision item is treated only when its outcome is on record; deferring is an outcome too."""
    if kind is not ItemKind.DECISION or has_decision:
        return []
    text = _("Halten Sie erst das Ergebnis fest oder vertagen Sie den Punkt.")
    return [Refusal("decision_missing", text, "decision")]


def count_open(states: Iterable[ItemState]) -> int:
    """How many items keep a session from being closed: those neither treated, postponed nor withdrawn."""
    return sum(not ITEM_STEPS.is_final(state) for state in states)
