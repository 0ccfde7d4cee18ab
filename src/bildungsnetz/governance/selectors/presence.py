"""Who was there at which item. Ask for the right to read the session before."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet, prefetch_related_objects

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.attendance import (
    AttendanceStatus,
    HeldSeat,
    QuorumHint,
    entitled_to_object,
    quorum_hint,
    voices,
)
from bildungsnetz.governance.domain.chairs import ChairSeat, speakers_by_side
from bildungsnetz.governance.domain.presence import (
    Move,
    MoveKind,
    chairs_at,
    ended_seats,
    present_at,
    seats_at,
)
from bildungsnetz.governance.models import AgendaItem, AttendanceMove, Session, agenda_order
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.selectors.seats import chair_seats, consensus_sides, held_seats
from bildungsnetz.governance.selectors.sessions import sessions


@dataclass(frozen=True)
class Presence:
    """The list of a session with what was recorded in its course; the places of the items are their order."""

    session: Session
    start: frozenset[str]
    moves: tuple[Move, ...]
    places: dict[int, int]
    seats: tuple[HeldSeat, ...]
    chairs: tuple[ChairSeat, ...]

    def at(self, item: AgendaItem) -> "PresenceAt":
        """As it was at an item."""
        place = self.places.get(item.pk, len(self.places))
        ended, present = ended_seats(self.moves, place), present_at(self.start, self.moves, place)
        return PresenceAt(
            present, seats_at(self.seats, ended, present), chairs_at(self.chairs, ended), self.session
        )

    @property
    def ever(self) -> frozenset[str]:
        """Everybody who was there for at least one item."""
        return self.start | {move.person_key for move in self.moves if move.kind is MoveKind.COMES}


@dataclass(frozen=True)
class PresenceAt:
    """Who was there at one item, and which seats and chairs counted."""

    present: frozenset[str]
    seats: tuple[HeldSeat, ...]
    chairs: tuple[ChairSeat, ...]
    session: Session

    @property
    def speakers(self) -> dict[str, frozenset[str]]:
        """Who may state the position of each side."""
        return speakers_by_side(self.chairs, self.present)

    @property
    def voting(self) -> frozenset[str]:
        """Who speaks for a seat: its holder, or a deputy while the holder is absent."""
        return frozenset(voice.person_key for voice in voices(self.seats, self.present))

    @property
    def objecting(self) -> frozenset[str]:
        """Who may have an objection put on record: who votes, and advisory members."""
        return entitled_to_object(self.seats, self.present)

    @property
    def quorum(self) -> QuorumHint:
        """Whether the body could decide: a hint, never a lock."""
        body = self.session.body
        return quorum_hint(self.seats, self.present, consensus_sides(body), body.quorum_percent)


def presence(session: Session) -> Presence:
    """The whole course of a session."""
    body, on = session.body, day_of(session.starts_at)
    prefetch_related_objects([body], "sides")
    listed = session.attendances.filter(status=AttendanceStatus.PRESENT).order_by("pk")
    places = places_of(session)
    return Presence(
        session=session,
        start=frozenset(str(key) for key in listed.values_list("person_id", flat=True)),
        moves=tuple(move_of(row, places) for row in session.moves.order_by("pk")),
        places=places,
        seats=tuple(held_seats(body, on)),
        chairs=tuple(chair_seats(body, on)),
    )


def places_of(session: Session) -> dict[int, int]:
    """The place of each item on the agenda, by primary key."""
    keys = session.items.order_by(*agenda_order()).values_list("pk", flat=True)
    return {key: place for place, key in enumerate(keys)}


def move_of(row: AttendanceMove, places: dict[int, int]) -> Move:
    """The row as the rules compare it."""
    return Move(
        str(row.person_id),
        MoveKind(row.kind),
        places.get(row.item_id, len(places)),
        str(row.mandate_id or ""),
        row.at,
    )


@dataclass(frozen=True)
class MoveLine:
    """A coming or going as the asking person may see it: without the item where she may not know of it."""

    move: AttendanceMove
    item: AgendaItem | None


def all_moves(actor: Actor) -> QuerySet[AttendanceMove]:
    """The comings and goings of all sessions the actor may read."""
    rows = AttendanceMove.objects.filter(session__in=sessions(actor)).order_by("pk")
    return rows.select_related("session__body", "person", "item", "mandate")


def moves_of(actor: Actor, session: Session) -> list[MoveLine]:
    """The comings and goings in their order; of an item the actor may not know of, only the person and the time."""
    rows = list(session.moves.select_related("person", "mandate__person", "item"))
    if not rows:
        return []
    places, scope = places_of(session), session.body.scope
    rows.sort(key=lambda row: (places[row.item_id], row.pk))
    return [
        MoveLine(row, row.item if may_read_visibility(actor, row.item.visibility, scope) else None)
        for row in rows
    ]


@dataclass(frozen=True)
class ItemLine:
    """An item with who was there: how many voices per side, whether the body could decide."""

    item: AgendaItem
    sides: Sequence[tuple[str, int]]
    hint: QuorumHint
    sentences: Sequence[str]
    without_chair: Sequence[str]

    @property
    def represented(self) -> int:
        return sum(count for _side, count in self.sides)


def item_lines(actor: Actor, course: Presence) -> list[ItemLine]:
    """Every item the actor may read with the presence at it."""
    session = course.session
    rows = session.items.exclude(state__in=[ItemState.PROPOSED, ItemState.WITHDRAWN]).order_by(
        *agenda_order()
    )
    shown = [row for row in rows if may_read_visibility(actor, row.visibility, session.body.scope)]
    return [item_line(course, item) for item in shown]


def item_line(course: Presence, item: AgendaItem) -> ItemLine:
    """The presence at one item in words and numbers."""
    there, body = course.at(item), course.session.body
    names = {side.key: side.name for side in body.sides.all()}
    speaking = voices(there.seats, there.present)
    hint, speakers = there.quorum, there.speakers
    return ItemLine(
        item=item,
        sides=[(name, sum(voice.seat.side == key for voice in speaking)) for key, name in names.items()],
        hint=hint,
        sentences=[note.sentence(names.get(note.side, "")) for note in hint.notes],
        without_chair=[names[key] for key in consensus_sides(body) if not speakers.get(key)],
    )


def line_in_room(session: Session, item: AgendaItem | None) -> ItemLine | None:
    """The presence at the item the clerk works on; None while the list is empty."""
    course = presence(session) if item is not None else None
    if course is None or item is None or not (course.start or course.moves):
        return None
    return item_line(course, item)
