"""Relations between institutions: their kinds, where the knowledge comes from, how dense they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core.errors import RuleViolation

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class CooperationKind(StrEnum):
    """What two institutions do together; `OFFER` and `SUPPORT` go from the first to the second."""

    COOPERATION = "cooperation"
    PROJECT = "project"
    OFFER = "offer"
    TRANSITION = "transition"
    EXCHANGE = "exchange"
    SUPPORT = "support"


class Source(StrEnum):
    """How we know of a relation."""

    DECLARED = "declared"
    AGREEMENT = "agreement"
    SURVEYED = "surveyed"


class Intensity(IntEnum):
    """How often both have to do with each other; also the weight of the relation in the graph."""

    RARE = 1
    SOMETIMES = 2
    MONTHLY = 3
    WEEKLY = 4


KIND_NAMES: Final[dict[CooperationKind, _StrPromise]] = {
    CooperationKind.COOPERATION: gettext_lazy("Zusammenarbeit"),
    CooperationKind.PROJECT: gettext_lazy("gemeinsames Projekt"),
    CooperationKind.OFFER: gettext_lazy("Angebot für die andere Einrichtung"),
    CooperationKind.TRANSITION: gettext_lazy("Übergang gestalten"),
    CooperationKind.EXCHANGE: gettext_lazy("fachlicher Austausch"),
    CooperationKind.SUPPORT: gettext_lazy("Förderung der anderen Einrichtung"),
}
SOURCE_NAMES: Final[dict[Source, _StrPromise]] = {
    Source.DECLARED: gettext_lazy("angegeben"),
    Source.AGREEMENT: gettext_lazy("Vereinbarung"),
    Source.SURVEYED: gettext_lazy("erfragt"),
}
INTENSITY_NAMES: Final[dict[Intensity, _StrPromise]] = {
    Intensity.RARE: gettext_lazy("ein- bis zweimal im Jahr"),
    Intensity.SOMETIMES: gettext_lazy("mehrmals im Jahr"),
    Intensity.MONTHLY: gettext_lazy("monatlich"),
    Intensity.WEEKLY: gettext_lazy("wöchentlich oder öfter"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperationEntry:
    """What the form of a cooperation holds; institutions and field of action by key."""

    first: int
    second: int
    kind: str
    started_on: date
    ended_on: date | None = None
    intensity: int = Intensity.SOMETIMES
    source: str = Source.DECLARED
    field_of_action: int | None = None
    note: str = ""


ENTRY_NAMES: Final[dict[str, _StrPromise]] = {
    "first": gettext_lazy("Einrichtung"),
    "second": gettext_lazy("Partner"),
    "kind": gettext_lazy("Art"),
    "started_on": gettext_lazy("Seit"),
    "ended_on": gettext_lazy("Bis einschließlich"),
    "intensity": gettext_lazy("Wie oft"),
    "source": gettext_lazy("Woher wir es wissen"),
    "field_of_action": gettext_lazy("Thema"),
    "note": gettext_lazy("Notiz"),
}


def check_entry(entry: CooperationEntry, *, has_agreement: bool) -> None:
    """Raises RuleViolation: one institution twice, an end before the beginning, an agreement without its document."""
    if entry.first == entry.second:
        raise RuleViolation(_("Eine Einrichtung arbeitet nicht mit sich selbst zusammen."), field="second")
    if entry.ended_on is not None and entry.ended_on < entry.started_on:
        raise RuleViolation(_("Das Ende liegt vor dem Beginn."), field="ended_on")
    if entry.source == Source.AGREEMENT and not has_agreement:
        raise RuleViolation(
            _("Bitte laden Sie die Vereinbarung hoch, oder wählen Sie „angegeben“."), field="agreement"
        )
