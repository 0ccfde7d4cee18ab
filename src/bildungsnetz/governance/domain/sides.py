"""The sides of a body. Sides are rows of each body; the rules only know their keys.

Source: § 78a SchulG NRW (the network is set up by a contract between the Kreis or city and the Land), so these two are
the sides whose agreement counts. Other groups sit in a body without being a party to the contract.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise

LAND = "land"
KOMMUNE = "kommune"
SCHOOLS = "schulen"
OFFICE = "bildungsbuero"
PARTNERS = "partner"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a body; `in_consensus` when its agreement is needed under `CONSENSUS_SIDES`."""

    key: str
    name: StrOrPromise
    in_consensus: bool = False


SIDE_LAND = Side(LAND, _("Land"), in_consensus=True)
SIDE_KOMMUNE = Side(KOMMUNE, _("Kommune"), in_consensus=True)
# The heads are named by the schools, the office serves both partners: neither is a party to the contract.
SIDE_SCHOOLS = Side(SCHOOLS, _("Schulen"))
SIDE_OFFICE = Side(OFFICE, _("Bildungsbüro"))
SIDE_PARTNERS = Side(PARTNERS, _("Partnerinnen und Partner"))


def consensus_sides(sides: Iterable[Side]) -> tuple[str, ...]:
    """The keys of the sides whose agreement counts, in the order given."""
    return tuple(side.key for side in sides if side.in_consensus)
