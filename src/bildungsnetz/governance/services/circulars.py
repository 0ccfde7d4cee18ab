"""Circular resolutions: ask every seat, take the answers, end at an objection, at the last answer or after the deadline."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, files
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import StoredFile
from bildungsnetz.governance.domain import circulars as rules
from bildungsnetz.governance.domain.circulars import CIRCULAR_STEPS, CircularState
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Position
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, CircularResolution, CircularSeat
from bildungsnetz.governance.policies import circulars as policies
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.selectors.circulars import (
    answer_of,
    mandates_to_ask,
    my_seat,
    seat_by_token,
    seats_of,
    sides_without_chair,
    speakers_of_sides,
)
from bildungsnetz.governance.selectors.decision_sheet import deciding_sides
from bildungsnetz.governance.services.between_sessions import hold_next_session, place_waiting
from bildungsnetz.governance.services.circular_mails import mail_ending, mail_question
from bildungsnetz.governance.services.decision_periods import period_for
from bildungsnetz.governance.services.refusals import raise_first


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the seats are asked; the file is the paper that belongs to it."""

    title: str
    reason: str
    wording: str
    answer_by: date
    visibility: str = Visibility.BODY
    file_name: str = ""
    file_content: bytes = b""


@transaction.atomic
def start_circular(*, actor: Actor, body: Body, question: Question, now: datetime) -> CircularResolution:
    """Ask every seat with a vote, each by its own mail. Raises NotAllowed, RuleViolation at the field."""
    body, today = Body.objects.select_for_update().get(pk=body.pk), day_of(now)
    if not (policies.may_start(actor, body) and may_read_visibility(actor, question.visibility, body.scope)):
        raise NotAllowed
    mandates = mandates_to_ask(body, today)
    _refuse(body, question, len(mandates), today)
    circular = CircularResolution.objects.create(
        body=body,
        title=question.title.strip(),
        reason=question.reason.strip(),
        wording=question.wording.strip(),
        visibility=question.visibility,
        file=_kept(question, now),
        answer_by=question.answer_by,
        started_at=now,
    )
    speakers = speakers_of_sides(body, today)
    for mandate in mandates:
        side = speakers.get(str(mandate.person_id))
        seat = CircularSeat.objects.create(
            circular=circular, mandate=mandate, person=mandate.person, speaks_for=side
        )
        mail_question(seat, now=now)
    _record("start", circular, actor=actor, now=now, until=f"{circular.answer_by:%d.%m.%Y}")
    return circular


@transaction.atomic
def answer_circular(
    *, actor: Actor, circular: CircularResolution, position: Position | str, now: datetime, text: str = ""
) -> CircularSeat:
    """A member answers while signed in. Raises NotAllowed for whom no seat was asked, RuleViolation."""
    seat = my_seat(actor, circular)
    if seat is None or not policies.may_answer(actor, circular.body):
        raise NotAllowed
    return _answer(seat, Position(position), text, now=now)


@transaction.atomic
def answer_by_link(*, token: str, position: Position | str, now: datetime, text: str = "") -> CircularSeat:
    """A member answers with the link of the mail; no account is needed. Raises RuleViolation."""
    seat = seat_by_token(token)
    if seat is None:
        raise RuleViolation(why_no_answer(None, now=now))
    return _answer(seat, Position(position), text, now=now)


def why_no_answer(seat: CircularSeat | None, *, now: datetime) -> str:
    """Why the link of a mail takes no answer (any more); empty when it does."""
    if seat is None:
        return _("Dieser Link ist ungültig. Kopieren Sie ihn bitte vollständig aus der Mail.")
    circular = seat.circular
    if not circular.is_open or day_of(now) > circular.answer_by:
        return _("Dieses Umlaufverfahren ist beendet.")
    if not answer_of(seat, day_of(now)).is_held:
        return _("Ihr Sitz in diesem Gremium ist beendet.")
    return ""


@transaction.atomic
def withdraw_circular(
    *, actor: Actor, circular: CircularResolution, reason: str, now: datetime
) -> CircularResolution:
    """Call a running circular off and tell everybody who was asked. Raises NotAllowed, RuleViolation (field `reason`)."""
    Body.objects.select_for_update().get(pk=circular.body_id)
    circular = _locked(circular)
    if not policies.may_withdraw(actor, circular.body):
        raise NotAllowed
    if refusal := CIRCULAR_STEPS.refuse(CircularState(circular.state), CircularState.WITHDRAWN, reason):
        raise RuleViolation(refusal.text, "reason" if refusal.field else None)
    circular.state, circular.closed_at = CircularState.WITHDRAWN, now
    circular.withdraw_reason = reason.strip()
    circular.save(update_fields=["state", "closed_at", "withdraw_reason"])
    _record("withdraw", circular, actor=actor, now=now)
    mail_ending(circular, seats_of(circular), now=now)
    return circular


@transaction.atomic
def close_circular(*, actor: Actor, circular: CircularResolution, now: datetime) -> bool:
    """End a circular that is over, and put it on the next agenda; says whether it did. Only the system does this.

    Raises NotAllowed, and RuleViolation where the decision cannot be numbered; then the circular stays open.
    """
    if not actor.is_system:
        raise NotAllowed
    hold_next_session(circular.body, now)
    circular = _locked(circular)
    seats, today = seats_of(circular), day_of(now)
    answers = [answer_of(seat, today) for seat in seats]
    if not circular.is_open or not rules.is_over(answers, today=today, answer_by=circular.answer_by):
        return False
    sides = tuple(side.key for side in deciding_sides(circular.body))
    end = rules.ending(DecisionRule(circular.body.decision_rule), sides, answers)
    circular.state, circular.end_reason, circular.closed_at = end.state, end.reason, now
    circular.save(update_fields=["state", "end_reason", "closed_at"])
    _record("close", circular, actor=actor, now=now, state=str(end.state.label))
    place_waiting(circular.body, now=now)
    mail_ending(circular, seats, now=now)
    return True


def _refuse(body: Body, question: Question, seats: int, today: date) -> None:
    raise_first(
        rules.refuse_start(
            DecisionRule(body.decision_rule),
            today=today,
            answer_by=question.answer_by,
            seats=seats,
            sides_missing=sides_without_chair(body, today),
        )
    )
    if question.visibility not in rules.LEVELS:
        raise RuleViolation(
            _("Vertrauliches geht nicht in den Umlauf: Alle Sitze werden gefragt."), "visibility"
        )
    for field in ("title", "reason", "wording"):
        if not getattr(question, field).strip():
            raise RuleViolation(_("Dieses Feld braucht einen Text."), field)
    period_for(body, today)
    period_for(body, question.answer_by)


def _kept(question: Question, now: datetime) -> StoredFile | None:
    if not question.file_name:
        return None
    try:
        return files.keep(name=question.file_name, content=question.file_content, now=now)
    except RuleViolation as refused:
        refused.field = refused.field or "file"
        raise


def _answer(seat: CircularSeat, position: Position, text: str, *, now: datetime) -> CircularSeat:
    """Write the answer of a locked seat, and end the circular if it was the last one or an objection."""
    hold_next_session(seat.circular.body, now)
    circular, today = _locked(seat.circular), day_of(now)
    seat = CircularSeat.objects.select_related("person", "speaks_for", "mandate").get(pk=seat.pk)
    seat.circular = circular
    raise_first(
        rules.refuse_answer(
            CircularState(circular.state),
            position,
            text,
            speaks_for_a_side=seat.speaks_for is not None,
            is_late=bool(why_no_answer(seat, now=now)),
        )
    )
    seat.position, seat.text, seat.answered_at = position, text.strip(), now
    seat.save(update_fields=["position", "text", "answered_at"])
    person = seat.person
    _record("answer", circular, actor=Actor(user_id=person.user_id, name=person.name), now=now)
    answers = [answer_of(row, today) for row in seats_of(circular)]
    if rules.is_over(answers, today=today, answer_by=circular.answer_by):
        close_circular(actor=SYSTEM, circular=circular, now=now)
    return seat


def _locked(circular: CircularResolution) -> CircularResolution:
    rows = CircularResolution.objects.select_related("body", "file").select_for_update(of=("self",))
    return rows.get(pk=circular.pk)


def _record(verb: str, circular: CircularResolution, *, actor: Actor, now: datetime, **facts: Any) -> None:
    # The title may be for the body only; the record of acts names only the act.
    label = str(_("Umlaufbeschluss"))
    audit.record(
        f"governance.circular.{verb}",
        actor=actor,
        on=circular,
        thread=circular,
        label=label,
        now=now,
        **facts,
    )
