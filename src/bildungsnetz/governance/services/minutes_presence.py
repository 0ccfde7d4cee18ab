"""The people of a session as its minutes name them, with comings and goings."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import override

from bildungsnetz.core.clock import BERLIN
from bildungsnetz.governance.domain.attendance import AttendanceStatus
from bildungsnetz.governance.domain.minutes_presence import MoveText, deviations, with_course
from bildungsnetz.governance.domain.presence import MoveKind
from bildungsnetz.governance.models import AgendaItem, Attendance, AttendanceMove, Mandate, Session
from bildungsnetz.governance.selectors.attendance import quorum_sentences
from bildungsnetz.governance.selectors.presence import Presence, presence
from bildungsnetz.network.api import Person


@dataclass
class Line:
    """One person of the list, or somebody who came later without being on it."""

    person: Person
    mandate: Mandate | None
    status: str
    moves: list[AttendanceMove] = field(default_factory=list)

    @property
    def came(self) -> bool:
        return any(move.kind == MoveKind.COMES for move in self.moves)

    @property
    def is_seated(self) -> bool:
        """Whether she was there for a seat, at least for a while."""
        return self.status == AttendanceStatus.PRESENT or (self.came and self.mandate is not None)

    @property
    def is_guest(self) -> bool:
        return not self.is_seated and (self.status == AttendanceStatus.GUEST or self.came)

    @property
    def name(self) -> str:
        """The name, and for whom she stands in."""
        if self.mandate is not None and self.mandate.person_id != self.person.pk:
            return f"{self.person} (in Vertretung für {self.mandate.person})"
        return str(self.person)

    @property
    def with_course(self) -> str:
        """The name with the comings and goings; confidential items are not named, only the time."""
        return with_course(self.name, [_told(move) for move in self.moves])


class PeopleOfMinutes:
    """All people of a session, read once."""

    def __init__(self, session: Session) -> None:
        self.course: Presence = presence(session)
        self.lines: Sequence[Line] = _lines(session, self.course)

    @property
    def present(self) -> tuple[str, ...]:
        return tuple(line.with_course for line in self.lines if line.is_seated)

    @property
    def excused(self) -> tuple[str, ...]:
        rows = [line for line in self.lines if line.status == AttendanceStatus.EXCUSED]
        return tuple(line.name for line in rows if not line.is_seated)

    @property
    def guests(self) -> tuple[str, ...]:
        return tuple(line.with_course for line in self.lines if line.is_guest)

    def at(self, item: AgendaItem) -> tuple[str, ...]:
        """Where the presence at an item differs from the list, and whether the body could then still decide."""
        there = self.course.at(item)
        missing, added = self.course.start - there.present, there.present - self.course.start
        if not missing and not added and there.seats == self.course.seats:
            return ()
        hint = there.quorum
        with override("de"):
            doubt = [] if hint.is_met else quorum_sentences(self.course.session, hint)
        return deviations(self._names(missing), self._names(added), doubt)

    def _names(self, keys: frozenset[str]) -> list[str]:
        return [line.name for line in self.lines if str(line.person.pk) in keys]


def _lines(session: Session, course: Presence) -> list[Line]:
    people = {"person", "mandate__person"}
    found = {
        row.person_id: Line(row.person, row.mandate, row.status)
        for row in Attendance.objects.filter(session=session).select_related(*people).order_by("pk")
    }
    moves = session.moves.select_related(*people, "item")
    for move in sorted(moves, key=lambda move: (course.places[move.item_id], move.pk)):
        line = found.setdefault(move.person_id, Line(move.person, move.mandate, ""))
        line.mandate = line.mandate or move.mandate
        line.moves.append(move)
    return list(found.values())


def _told(move: AttendanceMove) -> MoveText:
    number = "" if move.item.is_closed else move.item.numeral
    time = f"{move.at.astimezone(BERLIN):%H:%M}" if move.at else ""
    return MoveText(MoveKind(move.kind), number, time)
