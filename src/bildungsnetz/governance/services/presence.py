"""Comings and goings in the course of a session, and a mandate that ends in the middle of it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.presence import MoveKind
from bildungsnetz.governance.models import AgendaItem, AttendanceMove, Mandate, Session
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.selectors.seats import mandates_on
from bildungsnetz.governance.services.attendance import refuse_state
from bildungsnetz.governance.services.mandates import end_mandate
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.presence_contradictions import no_new_contradictions
from bildungsnetz.governance.services.presence_stories import moves_by, refuse_story
from bildungsnetz.network.api import Person


@transaction.atomic
def record_move(
    *,
    actor: Actor,
    session: Session,
    person: Person,
    kind: MoveKind,
    item: AgendaItem,
    now: datetime,
    at: datetime | None = None,
) -> AttendanceMove:
    """Keep that somebody comes, goes or loses the seat with effect from an item on.

    An ended mandate ends with the day of the session for good too. Raises NotAllowed, and RuleViolation (fields `person`,
    `kind`, `item`, `at`) for what cannot have been or contradicts a position already on record; then nothing is written.
    """
    session = lock_session(session)
    if not _may(actor, session, item):
        raise NotAllowed
    refuse_state(session)
    _refuse_item(session, item)
    _refuse_time(session, at, now)
    move = AttendanceMove(
        session=session,
        person=person,
        kind=kind,
        item=item,
        at=at,
        recorded_at=now,
        mandate=_seat_of(session, person),
    )
    with no_new_contradictions(actor, session, field="item"):
        if kind is MoveKind.MANDATE_ENDS:
            _end(actor, move, now=now)
        refuse_story(session, person, [*moves_by(session, person), move])
        move.save()
    audit.record("governance.attendance.move", actor=actor, on=move, thread=session, now=now)
    return move


@transaction.atomic
def take_back_move(*, actor: Actor, move: AttendanceMove, now: datetime) -> None:
    """Remove what was recorded by mistake. An end of a mandate stays entered in the body. Raises NotAllowed, RuleViolation."""
    session = lock_session(move.session)
    if not _may(actor, session, move.item):
        raise NotAllowed
    refuse_state(session)
    with no_new_contradictions(actor, session):
        rest = [row for row in moves_by(session, move.person) if row.pk != move.pk]
        refuse_story(session, move.person, rest)
        audit.record("governance.attendance.take_back_move", actor=actor, on=move, thread=session, now=now)
        move.delete()


def _may(actor: Actor, session: Session, item: AgendaItem) -> bool:
    may_read = may_read_visibility(actor, item.visibility, session.body.scope)
    return policies.may_record_attendance(actor, session) and may_read


def _refuse_item(session: Session, item: AgendaItem) -> None:
    if item.session_id != session.pk or item.state in {ItemState.PROPOSED, ItemState.WITHDRAWN}:
        raise RuleViolation(_("Dieser Punkt steht nicht auf der Tagesordnung der Sitzung."), field="item")


def _refuse_time(session: Session, at: datetime | None, now: datetime) -> None:
    if at is None:
        return
    if day_of(at) != day_of(session.starts_at):
        raise RuleViolation(_("Die Uhrzeit gehört zu einem anderen Tag als die Sitzung."), field="at")
    if at > now:
        raise RuleViolation(_("Diese Uhrzeit ist noch nicht erreicht."), field="at")


def _seat_of(session: Session, person: Person) -> Mandate | None:
    """The seat of the person on the day: her own before one she stands in for."""
    mandates = list(mandates_on(session.body, day_of(session.starts_at)))
    own = (mandate for mandate in mandates if mandate.person_id == person.pk)
    standing_in = (
        mandate
        for mandate in mandates
        if any(deputy.person_id == person.pk for deputy in mandate.standing_in)  # type: ignore[attr-defined]
    )
    return next(own, None) or next(standing_in, None)


def _end(actor: Actor, move: AttendanceMove, *, now: datetime) -> None:
    mandate, on = move.mandate, day_of(move.session.starts_at)
    if mandate is None or move.is_deputy:
        text = _("%(person)s hat an diesem Tag selbst keinen Sitz.") % {"person": move.person}
        raise RuleViolation(text, field="person")
    ended = AttendanceMove.objects.filter(session=move.session, mandate=mandate, kind=MoveKind.MANDATE_ENDS)
    if ended.exists():
        raise RuleViolation(_("Das Ende dieses Mandats ist schon festgehalten."), field="kind")
    if mandate.ends_on is None or mandate.ends_on > on:
        end_mandate(actor=actor, mandate=mandate, ends_on=on, now=now)
