"""How far the right reaches that an institution gets to keep its own fields.

Source: user story ST-02 of the domain report: a Schulträger maintains the schools of its authority, known by the
number of the authority in the official list or, where the list gives none, by the city.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Reach(StrEnum):
    """Which entries a steward keeps."""

    OWN = "own"
    BY_NUMBER = "by_number"
    BY_CITY = "by_city"


REACH_NAMES: Final[dict[Reach, _StrPromise]] = {
    Reach.OWN: _("Nur die eigene Einrichtung"),
    Reach.BY_NUMBER: _("Auch die Schulen mit dieser Schulträgernummer"),
    Reach.BY_CITY: _("Auch die öffentlichen Schulen dieser Stadt oder Gemeinde"),
}


def scopes_of(reach: Reach, *, institution: int, municipality: int, number: str) -> list[str]:
    """The scopes of the rights that follow, as grants carry them."""
    own = [f"institution:{institution}"]
    if reach is Reach.BY_NUMBER:
        return [*own, f"authority:{number}"]
    if reach is Reach.BY_CITY:
        return [*own, f"municipality:{municipality}"]
    return own
