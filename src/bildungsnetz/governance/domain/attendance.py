"""Who counts in a session and whether it can decide.

Source: procedure rules of the domain report, 1.5: a deputy counts only while the principal is absent; both sides
represented and at least half of the filled seats. The hint warns and never blocks: the chair may state that the body can
decide; what lacks a side can still not be adopted (see `consensus`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal, german_day
from bildungsnetz.governance.domain.seats import covers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from django_stubs_ext import StrOrPromise


class AttendanceStatus(TextChoices):
    """What the list of a session says about a person."""

    PRESENT = "present", _("anwesend")
    EXCUSED = "excused", _("entschuldigt")
    ABSENT = "absent", _("abwesend")
    GUEST = "guest", _("Gast")


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """A mandate running on the day of the session, with the deputies in their order."""

    key: str
    side: str
    person_key: str
    deputy_keys: tuple[str, ...] = ()
    advisory: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks for a seat."""

    seat: HeldSeat
    person_key: str

    @property
    def is_deputy(self) -> bool:
        """Whether the principal is absent and a deputy sits there."""
        return self.person_key != self.seat.person_key


def voices(seats: Sequence[HeldSeat], present: AbstractSet[str]) -> tuple[Voice, ...]:
    """One voice per represented seat, in the order of the seats; advisory seats have none.

    Nobody has two voices: who sits on a seat or already stands in for one cannot stand in for another.
    """
    voting = [seat for seat in seats if not seat.advisory]
    speaker_of: dict[str, str] = {}
    used: set[str] = set()
    for choose in (_principal, _deputy):
        for seat in voting:
            if seat.key not in speaker_of and (person := choose(seat, present - used)):
                speaker_of[seat.key] = person
                used.add(person)
    return tuple(Voice(seat, speaker_of[seat.key]) for seat in voting if seat.key in speaker_of)


def entitled_to_object(seats: Sequence[HeldSeat], present: AbstractSet[str]) -> frozenset[str]:
    """Who may have an objection put on record: one person per seat, advisory ones too, the deputy only for an absent
    holder."""
    every = [replace(seat, advisory=False) for seat in seats]
    return frozenset(voice.person_key for voice in voices(every, present))


def _principal(seat: HeldSeat, free: AbstractSet[str]) -> str:
    return seat.person_key if seat.person_key in free else ""


def _deputy(seat: HeldSeat, free: AbstractSet[str]) -> str:
    return next((key for key in seat.deputy_keys if key in free), "")


class QuorumCode(TextChoices):
    """One part of the hint; the label is its sentence and takes the numbers of the part."""

    ENOUGH_SEATS = "enough_seats", _("%(represented)s von %(filled)s besetzten Sitzen sind vertreten.")
    TOO_FEW_SEATS = (
        "too_few_seats",
        _("Nur %(represented)s von %(filled)s besetzten Sitzen sind vertreten, nötig sind %(needed)s."),
    )
    NO_SEATS = "no_seats", _("Kein Sitz ist besetzt.")
    SIDE_MISSING = "side_missing", _("Die Seite %(side)s ist nicht vertreten.")


@dataclass(frozen=True, slots=True)
class QuorumNote:
    """A part of the hint: code and numbers; `side` is the key of a missing side."""

    code: QuorumCode
    represented: int = 0
    filled: int = 0
    needed: int = 0
    side: str = ""

    def sentence(self, side_name: StrOrPromise = "") -> str:
        """The part as a sentence; `side_name` is the name of the missing side."""
        numbers = {"represented": self.represented, "filled": self.filled, "needed": self.needed}
        return self.code.label % {**numbers, "side": side_name or self.side}


@dataclass(frozen=True, slots=True)
class QuorumHint:
    """Whether the body can decide; a warning, never a lock."""

    is_met: bool
    notes: tuple[QuorumNote, ...]
    missing_sides: tuple[str, ...]


def quorum_hint(
    seats: Sequence[HeldSeat], present: AbstractSet[str], consensus_sides: Iterable[str], percent: int = 50
) -> QuorumHint:
    """Every consensus side has a voice and at least so many percent of the filled voting seats are represented."""
    speaking = voices(seats, present)
    filled = sum(not seat.advisory for seat in seats)
    count = _count_note(len(speaking), filled, percent)
    represented_sides = {voice.seat.side for voice in speaking}
    missing = tuple(side for side in consensus_sides if side not in represented_sides)
    notes = (count, *(QuorumNote(QuorumCode.SIDE_MISSING, side=side) for side in missing))
    return QuorumHint(count.code is QuorumCode.ENOUGH_SEATS and not missing, notes, missing)


def _count_note(represented: int, filled: int, percent: int) -> QuorumNote:
    needed = -(-filled * percent // 100)
    if not filled:
        return QuorumNote(QuorumCode.NO_SEATS)
    code = QuorumCode.ENOUGH_SEATS if represented >= needed else QuorumCode.TOO_FEW_SEATS
    return QuorumNote(code, represented, filled, needed)


def refuse_attendance(*, starts_on: date, ends_on: date | None, session_on: date) -> list[Refusal]:
    """Only a mandate that runs on the day of the session counts; others are guests."""
    if covers(starts_on, ends_on, session_on):
        return []
    if session_on < starts_on:
        text = _("Dieses Mandat beginnt erst am %(day)s. Führen Sie die Person als Gast.") % {
            "day": german_day(starts_on)
        }
        return [Refusal("mandate_not_started", text, "person")]
    text = _("Dieses Mandat endete am %(day)s. Führen Sie die Person als Gast.") % {
        "day": german_day(ends_on or session_on)
    }
    return [Refusal("mandate_ended", text, "person")]
