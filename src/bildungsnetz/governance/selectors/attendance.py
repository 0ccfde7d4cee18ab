"""Who was there. Ask for the right to read the session before."""

from dataclasses import dataclass

from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.attendance import AttendanceStatus, QuorumHint, quorum_hint
from bildungsnetz.governance.models import Attendance, InvitationReply, Mandate, Session
from bildungsnetz.governance.selectors.seats import consensus_sides, held_seats, mandates_on
from bildungsnetz.network.api import Person


def present_keys(session: Session) -> frozenset[str]:
    """The keys of those present at the beginning, as the rules compare them; guests do not count."""
    rows = session.attendances.filter(status=AttendanceStatus.PRESENT).order_by("pk")
    return frozenset(str(key) for key in rows.values_list("person_id", flat=True))


def attendances(session: Session) -> list[Attendance]:
    """The list of a session: seats in their order with the deputy behind the principal, then guests."""
    rows = session.attendances.select_related("person", "side", "mandate__seat_rule").order_by("pk")
    return sorted(rows, key=_place)


def _place(row: Attendance) -> tuple[bool, int, int, int, bool, int]:
    if row.mandate is None:
        return (True, 0, 0, 0, False, row.pk)
    side = row.side.order if row.side else 0
    return (False, side, row.mandate.seat_rule.order, row.mandate.pk, row.as_deputy, row.pk)


def quorum(session: Session) -> QuorumHint:
    """Whether the body could decide with those present at the beginning: a hint, never a lock."""
    body = session.body
    seats = held_seats(body, day_of(session.starts_at))
    return quorum_hint(seats, present_keys(session), consensus_sides(body), body.quorum_percent)


def quorum_sentences(session: Session, hint: QuorumHint) -> list[str]:
    """The hint in sentences with the names of the sides."""
    names = {side.key: side.name for side in session.body.sides.all()}
    return [note.sentence(names.get(note.side, "")) for note in hint.notes]


@dataclass(frozen=True)
class SeatLine:
    """A seat on the day of the session: its holder, who could stand in, what is on record so far.

    `expected` and `expected_deputy_id` are what the answers to the invitation let one expect.
    """

    mandate: Mandate
    deputies: tuple[Person, ...]
    status: str
    deputy_id: int | None
    expected: str = ""
    expected_deputy_id: int | None = None


def seat_lines(session: Session) -> list[SeatLine]:
    """Every seat of the day of the session in its order, with the entries made so far."""
    rows = list(session.attendances.order_by("pk"))
    principals = {row.mandate_id: row.status for row in rows if row.mandate_id and not row.as_deputy}
    deputies = {row.mandate_id: row.person_id for row in rows if row.mandate_id and row.as_deputy}
    expected, standing_in = ({}, {}) if rows else _expected(session)
    return [
        SeatLine(
            mandate,
            tuple(deputy.person for deputy in mandate.standing_in),  # type: ignore[attr-defined]
            principals.get(mandate.pk, ""),
            deputies.get(mandate.pk),
            expected.get(mandate.pk, ""),
            standing_in.get(mandate.pk),
        )
        for mandate in mandates_on(session.body, day_of(session.starts_at))
    ]


def _expected(session: Session) -> tuple[dict[int, str], dict[int, int]]:
    """Who said to come or not, and which deputies said they come, by mandate."""
    status: dict[int, str] = {}
    deputies: dict[int, int] = {}
    for row in session.invitations.filter(mandate__isnull=False).order_by("pk"):
        if row.mandate_id is None or row.reply == InvitationReply.OPEN:
            continue
        is_coming = row.reply == InvitationReply.ACCEPTED
        if not row.as_deputy:
            status[row.mandate_id] = AttendanceStatus.PRESENT if is_coming else AttendanceStatus.EXCUSED
        elif is_coming:
            deputies[row.mandate_id] = row.person_id
    return status, deputies


def guests(session: Session) -> list[Person]:
    """Those present without a seat, in the order of the list; before there is a list, guests who said they come."""
    if not session.attendances.exists():
        coming = session.invitations.filter(mandate__isnull=True, reply=InvitationReply.ACCEPTED)
        return [row.person for row in coming.select_related("person").order_by("pk")]
    rows = session.attendances.filter(status=AttendanceStatus.GUEST).select_related("person").order_by("pk")
    return [row.person for row in rows]
