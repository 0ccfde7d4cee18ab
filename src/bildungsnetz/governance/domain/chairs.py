"""Who chairs a body and who speaks for a side.

Source: domain rule 2; Kreis Mettmann has two co-chairs (Kreisdirektor for the Kommune, Regionalkoordination of the obere
Schulaufsicht for the Land), Duisburg is led equally by both sides, Soest has one speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet


class ChairModel(TextChoices):
    """How a body is chaired."""

    SINGLE = "single", _("ein Vorsitz")
    CO_CHAIRS = "co_chairs", _("Ko-Vorsitz, je Seite eine Person")
    ROTATING = "rotating", _("wechselnder Vorsitz")


@dataclass(frozen=True, slots=True)
class ChairSeat:
    """A chair of one side with the deputies in their order; side "" for a single chair, `seat_key` is the mandate."""

    side: str
    person_key: str
    deputy_keys: tuple[str, ...] = ()
    seat_key: str = ""

    @property
    def holders(self) -> frozenset[str]:
        """The chair and all deputies."""
        return frozenset({self.person_key, *self.deputy_keys})

    def speakers(self, present: AbstractSet[str]) -> frozenset[str]:
        """Who of those present may speak for the side: the chair, or the deputies while the chair is absent."""
        if self.person_key in present:
            return frozenset({self.person_key})
        return frozenset(self.deputy_keys) & present


def speakers_by_side(chairs: Iterable[ChairSeat], present: AbstractSet[str]) -> dict[str, frozenset[str]]:
    """Who may state the position of each side in a session with these people present."""
    found: dict[str, frozenset[str]] = {}
    for chair in chairs:
        found[chair.side] = found.get(chair.side, frozenset()) | chair.speakers(present)
    return found


def approvers_by_side(chairs: Iterable[ChairSeat]) -> dict[str, frozenset[str]]:
    """Who may approve minutes for each side: the co-chair or a deputy, present or not."""
    found: dict[str, frozenset[str]] = {}
    for chair in chairs:
        found[chair.side] = found.get(chair.side, frozenset()) | chair.holders
    return found


def sides_without(required: Iterable[str], holders: dict[str, frozenset[str]]) -> tuple[str, ...]:
    """The required sides for which nobody is there, in the order given."""
    return tuple(side for side in required if not holders.get(side))
