"""Parent and branch, predecessor and successor: both are chains that must not close to a ring."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise


class SuccessionKind(StrEnum):
    """How an institution went over into another one."""

    MERGED = "merged"
    CONTINUED = "continued"
    SPLIT = "split"


SUCCESSION_WORDS: Final[dict[SuccessionKind, _StrPromise]] = {
    SuccessionKind.MERGED: _("aufgegangen in"),
    SuccessionKind.CONTINUED: _("weitergeführt als"),
    SuccessionKind.SPLIT: _("aufgeteilt, hauptsächlich in"),
}


def closes_a_ring(links: Mapping[int, int], start: int, target: int) -> bool:
    """Whether a new link start → target would lead back to start along the known links (each row has at most one)."""
    return start in chain(links, target) or start == target


def chain(links: Mapping[int, int], start: int) -> list[int]:
    """Start and everything it leads to, in order; a ring in the data ends where it began."""
    found = [start]
    while (following := links.get(found[-1])) is not None and following not in found:
        found.append(following)
    return found
