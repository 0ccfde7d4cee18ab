"""Who is there at each item: the list at the beginning, and who comes and goes from which item on.

Source: story VK-02 of the domain report (late arrival and leaving; the deputy votes only if the principal is absent) and
its rule on deputies (1.5). A mandate that ends in the middle of a session leaves the seat to its deputy, or vacant, from
that item on; what was stated before stays. Items count by their place on the agenda, so that whatever was recorded can be
corrected later without guessing at clocks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from bildungsnetz.governance.domain.attendance import HeldSeat
    from bildungsnetz.governance.domain.chairs import ChairSeat


class MoveKind(TextChoices):
    """What happened to a person in the course of a session."""

    COMES = "comes", _("kommt")
    GOES = "goes", _("geht")
    MANDATE_ENDS = "mandate_ends", _("Mandat endet")


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody comes, goes or loses the seat with effect from the item at `place` on; `at` is the time, if noted."""

    person_key: str
    kind: MoveKind
    place: int
    seat_key: str = ""
    at: datetime | None = None


def present_at(start: AbstractSet[str], moves: Iterable[Move], place: int) -> frozenset[str]:
    """Who is there at the item at this place, given who was there at the beginning."""
    present = set(start)
    for move in sorted(moves, key=lambda move: move.place):
        if move.place > place:
            break
        if move.kind is MoveKind.COMES:
            present.add(move.person_key)
        elif move.kind is MoveKind.GOES:
            present.discard(move.person_key)
    return frozenset(present)


def ended_seats(moves: Iterable[Move], place: int) -> frozenset[str]:
    """The keys of the seats whose mandate has ended at the item at this place."""
    return frozenset(
        move.seat_key for move in moves if move.kind is MoveKind.MANDATE_ENDS and move.place <= place
    )


def seats_at(
    seats: Sequence[HeldSeat], ended: AbstractSet[str], present: AbstractSet[str]
) -> tuple[HeldSeat, ...]:
    """The seats as they count at an item: one whose mandate has ended belongs to its deputy, or is vacant without one."""
    found = []
    for seat in seats:
        if seat.key not in ended:
            found.append(seat)
        elif not present.isdisjoint(seat.deputy_keys):
            found.append(replace(seat, person_key=""))
    return tuple(found)


def chairs_at(chairs: Iterable[ChairSeat], ended: AbstractSet[str]) -> tuple[ChairSeat, ...]:
    """The chairs as they count at an item: whose mandate has ended speaks no longer, the deputies do."""
    return tuple(replace(chair, person_key="") if chair.seat_key in ended else chair for chair in chairs)


def refuse_moves(name: str, *, was_there: bool, moves: Iterable[Move]) -> list[Refusal]:
    """Whether the moves of one person make a story: nobody comes who is there, goes who is not, or twice at one item.

    `was_there` says whether she was there at the beginning.
    """
    ordered = sorted(moves, key=lambda move: move.place)
    walks = [move for move in ordered if move.kind is not MoveKind.MANDATE_ENDS]
    return [
        *_refuse_two_at_once(name, walks),
        *_refuse_walks(name, walks, is_there=was_there),
        *_refuse_times(name, ordered),
    ]


def _refuse_two_at_once(name: str, walks: Sequence[Move]) -> list[Refusal]:
    if all(one.place != other.place for one, other in pairwise(walks)):
        return []
    text = _("Für %(person)s ist zu diesem Punkt schon etwas festgehalten. Nehmen Sie es zuerst zurück.")
    return [Refusal("two_at_once", text % {"person": name}, "item")]


def _refuse_walks(name: str, walks: Sequence[Move], *, is_there: bool) -> list[Refusal]:
    for move in walks:
        if (move.kind is MoveKind.COMES) is is_there:
            text = _REFUSED_WALKS[move.kind] % {"person": name}
            return [Refusal("out_of_order", text, "kind")]
        is_there = not is_there
    return []


_REFUSED_WALKS = {
    MoveKind.COMES: _(
        "%(person)s ist nach der Liste schon anwesend, wenn dieser Eintrag gelten soll. "
        "Prüfen Sie, was davor und danach festgehalten ist."
    ),
    MoveKind.GOES: _(
        "%(person)s ist nach der Liste nicht anwesend, wenn dieser Eintrag gelten soll. "
        "Prüfen Sie, was davor und danach festgehalten ist."
    ),
}


def _refuse_times(name: str, ordered: Sequence[Move]) -> list[Refusal]:
    timed = [move.at for move in ordered if move.at is not None]
    if all(one <= other for one, other in pairwise(timed)):
        return []
    text = _(
        "Die Uhrzeiten zu %(person)s laufen anders als die Punkte: Ein späterer Punkt hat eine frühere Zeit."
    )
    return [Refusal("times_out_of_order", text % {"person": name}, "at")]
