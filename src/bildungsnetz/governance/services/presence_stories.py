"""Whether what a person did in the course of a session fits the list of its beginning."""

from collections.abc import Iterable

from bildungsnetz.governance.domain.attendance import AttendanceStatus
from bildungsnetz.governance.domain.presence import refuse_moves
from bildungsnetz.governance.models import AttendanceMove, Session
from bildungsnetz.governance.selectors.presence import move_of, places_of
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Person


def moves_by(session: Session, person: Person) -> list[AttendanceMove]:
    """What was recorded of a person so far."""
    return list(session.moves.filter(person=person).select_related("person").order_by("pk"))


def refuse_story(session: Session, person: Person, moves: Iterable[AttendanceMove]) -> None:
    """Raise RuleViolation when these moves and the list make no story. Who only listens as a guest does not sit yet."""
    rows = list(moves)
    is_seated = any(row.mandate_id for row in rows)
    there = [AttendanceStatus.PRESENT] if is_seated else [AttendanceStatus.PRESENT, AttendanceStatus.GUEST]
    was_there = session.attendances.filter(person=person, status__in=there).exists()
    places = places_of(session)
    raise_first(refuse_moves(str(person), was_there=was_there, moves=[move_of(row, places) for row in rows]))


def refuse_stories(session: Session) -> None:
    """Raise RuleViolation when the list of a session no longer fits what anybody did in its course."""
    people = {row.person_id: row.person for row in session.moves.select_related("person").order_by("pk")}
    for person in people.values():
        refuse_story(session, person, moves_by(session, person))
