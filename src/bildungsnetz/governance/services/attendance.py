"""Acts on the list of a session: who was there, and what was said about the quorum."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.attendance import AttendanceStatus, refuse_attendance
from bildungsnetz.governance.domain.seats import covers
from bildungsnetz.governance.domain.session_states import SessionState, may_record_results
from bildungsnetz.governance.models import Attendance, Mandate, Session
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.presence_contradictions import no_new_contradictions
from bildungsnetz.governance.services.presence_stories import refuse_stories
from bildungsnetz.network.api import Person


@dataclass(frozen=True)
class SeatEntry:
    """What is entered for a seat: where its holder was and which deputy sat there instead."""

    mandate: Mandate
    status: AttendanceStatus
    deputy: Person | None = None


@transaction.atomic
def record_attendance(
    *,
    actor: Actor,
    session: Session,
    seats: Sequence[SeatEntry],
    now: datetime,
    guests: Sequence[Person] = (),
) -> list[Attendance]:
    """Replace the list of a session by these entries.

    Raises NotAllowed, and RuleViolation at the row (`field` is `status_<mandate>` or `deputy_<mandate>`) for a mandate
    that does not run on the day, a deputy beside a present member, somebody on two seats, and without field when the list
    no longer fits what was recorded since; then nothing is written.
    """
    session = lock_session(session)
    if not policies.may_record_attendance(actor, session):
        raise NotAllowed
    refuse_state(session)
    on = day_of(session.starts_at)
    rows: dict[int, Attendance] = {}
    for entry in seats:
        _refuse_mandate(session, entry, on)
        _refuse_deputy(entry, on)
        for row in _rows_of(session, entry):
            _add(rows, row, field=f"{'deputy' if row.as_deputy else 'status'}_{entry.mandate.pk}")
    for guest in guests:
        _add(rows, Attendance(session=session, person=guest, status=AttendanceStatus.GUEST), field="guests")
    with no_new_contradictions(actor, session):
        session.attendances.all().delete()
        Attendance.objects.bulk_create(rows.values())
        refuse_stories(session)
    present = sum(row.status == AttendanceStatus.PRESENT for row in rows.values())
    audit.record("governance.attendance.record", actor=actor, on=session, now=now, count=present)
    return list(session.attendances.order_by("pk"))


@transaction.atomic
def state_quorum(
    *, actor: Actor, session: Session, is_stated: bool, now: datetime, note: str = ""
) -> Session:
    """Keep what the chair states about the quorum; the computed hint stays a hint. Raises NotAllowed, RuleViolation."""
    session = lock_session(session)
    if not policies.may_record_attendance(actor, session):
        raise NotAllowed
    refuse_state(session)
    session.quorum_stated, session.quorum_note = is_stated, note.strip()
    session.save_version(session.version)
    statement = _("festgestellt") if is_stated else _("nicht festgestellt")
    audit.record("governance.quorum.state", actor=actor, on=session, now=now, statement=statement)
    return session


def refuse_state(session: Session) -> None:
    """Raise RuleViolation before the session is opened and after its minutes are written."""
    if not may_record_results(SessionState(session.state)):
        raise RuleViolation(
            _(
                "Die Anwesenheit halten Sie fest, sobald die Sitzung eröffnet ist und bis das Protokoll geschrieben ist."
            )
        )


def _refuse_mandate(session: Session, entry: SeatEntry, on: date) -> None:
    mandate, field = entry.mandate, f"status_{entry.mandate.pk}"
    if mandate.seat_rule.body_id != session.body_id:
        raise RuleViolation(_("Dieser Sitz gehört zu einem anderen Gremium."), field=field)
    for refusal in refuse_attendance(starts_on=mandate.starts_on, ends_on=mandate.ends_on, session_on=on):
        raise RuleViolation(refusal.text, field=field)


def _refuse_deputy(entry: SeatEntry, on: date) -> None:
    if entry.deputy is None:
        return
    field = f"deputy_{entry.mandate.pk}"
    if entry.status is AttendanceStatus.PRESENT:
        raise RuleViolation(_("Eine Vertretung zählt nur, wenn das Mitglied fehlt."), field=field)
    spans = entry.mandate.deputyships.filter(person=entry.deputy).order_by("pk")
    if not any(covers(span.starts_on, span.ends_on, on) for span in spans):
        text = _("%(person)s vertritt diesen Sitz am Sitzungstag nicht. Führen Sie die Person als Gast.")
        raise RuleViolation(text % {"person": entry.deputy}, field=field)


def _rows_of(session: Session, entry: SeatEntry) -> list[Attendance]:
    mandate = entry.mandate
    side = mandate.seat_rule.side
    rows = [
        Attendance(session=session, person=mandate.person, mandate=mandate, side=side, status=entry.status)
    ]
    if entry.deputy is not None:
        rows.append(
            Attendance(
                session=session,
                person=entry.deputy,
                mandate=mandate,
                side=side,
                as_deputy=True,
                status=AttendanceStatus.PRESENT,
            )
        )
    return rows


def _add(rows: dict[int, Attendance], row: Attendance, *, field: str) -> None:
    first = rows.get(row.person_id)
    if first is not None and first.mandate and row.mandate and not (first.as_deputy or row.as_deputy):
        return  # holds two seats and counts once
    if first is not None:
        text = _("%(person)s steht schon auf der Liste. Niemand sitzt auf zwei Plätzen.")
        raise RuleViolation(text % {"person": row.person}, field=field)
    rows[row.person_id] = row
