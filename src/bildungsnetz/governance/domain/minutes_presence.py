"""How the minutes say who came later, left earlier and was there at an item. The minutes are a German document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bildungsnetz.governance.domain.presence import MoveKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORDS = {MoveKind.COMES: "ab", MoveKind.GOES: "bis vor", MoveKind.MANDATE_ENDS: "Mandat endet vor"}
_TIMES = {MoveKind.COMES: "ab", MoveKind.GOES: "bis", MoveKind.MANDATE_ENDS: "Mandat endet um"}


@dataclass(frozen=True, slots=True)
class MoveText:
    """A move as the minutes print it; `number` of the item is empty where readers of an excerpt may not know of it."""

    kind: MoveKind
    number: str = ""
    time: str = ""


def with_course(name: str, moves: Sequence[MoveText]) -> str:
    """The name with what the person did in the course of the session, in brackets."""
    said = "; ".join(filter(None, map(_said, moves)))
    return f"{name} ({said})" if said else name


def _said(move: MoveText) -> str:
    time = f"{move.time} Uhr" if move.time else ""
    if move.number:
        return ", ".join(filter(None, (f"{_WORDS[move.kind]} TOP {move.number}", time)))
    return f"{_TIMES[move.kind]} {time}" if time else "zeitweise"


def deviations(missing: Iterable[str], added: Iterable[str], quorum: Iterable[str]) -> tuple[str, ...]:
    """What an item says where the presence differs from the list at the beginning."""
    away, more, doubt = ", ".join(missing), ", ".join(added), " ".join(quorum)
    return (
        *((f"Bei diesem Punkt nicht anwesend: {away}",) if away else ()),
        *((f"Bei diesem Punkt zusätzlich anwesend: {more}",) if more else ()),
        *((f"Zur Beschlussfähigkeit bei diesem Punkt: {doubt}",) if doubt else ()),
    )
