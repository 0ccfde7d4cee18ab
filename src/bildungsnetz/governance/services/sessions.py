"""The life of a session: plan, change, open, close, cancel, archive."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.calendar import free_days
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.governance.domain.agenda import FixedItem, ItemState
from bildungsnetz.governance.domain.annual_plan import refuse_blocked
from bildungsnetz.governance.domain.invitation import link_expires_on
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.domain.session_states import SessionMode, SessionState
from bildungsnetz.governance.models import (
    AgendaItem,
    Body,
    InvitationReply,
    Session,
    SessionInvitation,
    SessionTemplate,
    agenda_order,
)
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.services.agenda_start import insert_fixed_items, insert_recurring_items
from bildungsnetz.governance.services.between_sessions import hold_next_session, place_waiting
from bildungsnetz.governance.services.invitation_mails import mail_cancellation, mail_change
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.previous_minutes import (
    answer_at_closing,
    answer_at_opening,
    name_previous_minutes,
)
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.governance.services.session_steps import take_step

WHEN_AND_WHERE = ("starts_at", "ends_at", "mode", "place", "online_link")


@transaction.atomic
def plan_session(
    *,
    actor: Actor,
    body: Body,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    mode: SessionMode | str = SessionMode.ON_SITE,
    place: str = "",
    online_link: str = "",
    blocked_reason: str = "",
    template: SessionTemplate | None = None,
) -> Session:
    """Put a session into the calendar of a body; its agenda starts with the fixed items and the recurring ones that are due.

    Raises NotAllowed, and RuleViolation for a body that has stopped working, a time that cannot be, or a free day without
    a reason (field `blocked_reason`).
    """
    body = Body.objects.select_for_update().get(pk=body.pk)
    if not policies.may_plan_session(actor, body):
        raise NotAllowed
    if not body.is_active:
        raise RuleViolation(_("Dieses Gremium arbeitet nicht mehr."), field="body")
    _refuse_time(starts_at, ends_at, now)
    reason = _reason_for_free_day(starts_at, blocked_reason)
    earlier = Session.objects.filter(body=body)
    has_previous = earlier.filter(starts_at__lt=starts_at).exclude(state=SessionState.CANCELLED).exists()
    session = Session.objects.create(
        body=body,
        number=(earlier.aggregate(last=Max("number"))["last"] or 0) + 1,
        starts_at=starts_at,
        ends_at=ends_at,
        mode=mode,
        place=place,
        online_link=online_link,
        blocked_reason=reason,
    )
    insert_fixed_items(session, has_previous_minutes=has_previous, now=now)
    if template is not None:
        insert_recurring_items(session, template, now=now)
    name_previous_minutes(body)
    audit.record("governance.session.plan", actor=actor, on=session, now=now)
    place_waiting(body, now=now)
    return session


@transaction.atomic
def change_session(
    *,
    actor: Actor,
    session: Session,
    version: int,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    mode: SessionMode | str = SessionMode.ON_SITE,
    place: str = "",
    online_link: str = "",
    blocked_reason: str = "",
) -> Session:
    """Change time and place. Those already invited get a mail; a new time asks them again for an answer.

    Raises NotAllowed, StaleVersion, and RuleViolation once the session runs, for a time that cannot be, or for a move to a
    free day without a reason (field `blocked_reason`).
    """
    session = lock_session(session)
    if not policies.may_change_session(actor, session):
        raise NotAllowed
    if session.version != version:
        raise StaleVersion
    if session.state not in {SessionState.PLANNED, SessionState.INVITED}:
        raise RuleViolation(_("Zeit und Ort können Sie ändern, bis die Sitzung beginnt."))
    _refuse_time(starts_at, ends_at, now)
    if day_of(session.starts_at) != day_of(starts_at):
        session.blocked_reason = _reason_for_free_day(starts_at, blocked_reason)
    before = [getattr(session, name) for name in WHEN_AND_WHERE]
    is_moved = (session.starts_at, session.ends_at) != (starts_at, ends_at)
    session.starts_at, session.ends_at = starts_at, ends_at
    session.mode, session.place, session.online_link = mode, place, online_link
    is_changed = before != [getattr(session, name) for name in WHEN_AND_WHERE]
    session.sequence += is_changed
    session.save_version(version)
    audit.record("governance.session.change", actor=actor, on=session, now=now)
    name_previous_minutes(session.body)
    if is_changed:
        _tell_invited(session, is_moved=is_moved, now=now)
    return session


@transaction.atomic
def open_session(*, actor: Actor, session: Session, now: datetime) -> Session:
    """Begin on the day of the session; the first open item is the current one. Raises NotAllowed, RuleViolation."""
    session = lock_session(session)
    if not policies.may_open_session(actor, session):
        raise NotAllowed
    take_step(session, SessionState.IN_SESSION, now=now)
    answer_at_opening(session)
    session.current_item = (
        session.items.filter(state=ItemState.ACCEPTED, number__isnull=False).order_by(*agenda_order()).first()
    )
    session.save_version(session.version)
    audit.record("governance.session.open", actor=actor, on=session, now=now)
    return session


@transaction.atomic
def show_item(*, actor: Actor, session: Session, item: AgendaItem) -> Session:
    """Make an item the current one, which the screen in the room shows. Raises NotAllowed, RuleViolation.

    Not a line of the history: it is the turning of a page.
    """
    session = lock_session(session)
    if not policies.may_change_item(actor, session):
        raise NotAllowed
    if session.state != SessionState.IN_SESSION or item.session_id != session.pk:
        raise RuleViolation(_("Gezeigt wird, was auf der Tagesordnung der laufenden Sitzung steht."))
    session.current_item = item
    session.save(update_fields=["current_item"])
    return session


@transaction.atomic
def close_session(*, actor: Actor, session: Session, next_date: date | None, now: datetime) -> Session:
    """End the session: everything is settled, both sides' chairs were there, the next date is fixed.

    The closing item is settled with that date. Raises NotAllowed, and RuleViolation with what is missing.
    """
    session = lock_session(session)
    if not policies.may_close_session(actor, session):
        raise NotAllowed
    if next_date is not None and next_date <= day_of(session.starts_at):
        raise RuleViolation(_("Der nächste Termin liegt nach dieser Sitzung."), field="next_session_on")
    if next_date is not None:
        _settle_next_date(session, next_date)
    answer_at_closing(session)
    take_step(session, SessionState.HELD, now=now, next_date=next_date)
    session.next_date, session.current_item = next_date or session.next_date, None
    session.save_version(session.version)
    audit.record("governance.session.close", actor=actor, on=session, now=now)
    hold_next_session(session.body, now)
    place_waiting(session.body, now=now)
    return session


@transaction.atomic
def cancel_session(*, actor: Actor, session: Session, reason: str, now: datetime) -> Session:
    """Call the session off and tell everybody invited. Raises NotAllowed, and RuleViolation without a reason or after a
    decision."""
    session = lock_session(session)
    if not policies.may_cancel_session(actor, session):
        raise NotAllowed
    if not reason.strip():
        raise RuleViolation(
            _("Schreiben Sie den Grund; er steht in der Mail an alle Eingeladenen."), field="reason"
        )
    take_step(session, SessionState.CANCELLED, now=now, text=reason)
    session.cancel_reason = reason.strip()
    session.sequence += 1
    session.current_item = None
    session.save_version(session.version)
    audit.record("governance.session.cancel", actor=actor, on=session, now=now)
    name_previous_minutes(session.body)
    hold_next_session(session.body, now)
    place_waiting(session.body, now=now)
    for invitation in _invitations(session):
        mail_cancellation(invitation, now=now)
    return session


@transaction.atomic
def archive_session(*, actor: Actor, session: Session, now: datetime) -> Session:
    """Lay a session with approved minutes aside. Raises NotAllowed, RuleViolation."""
    session = lock_session(session)
    if not policies.may_close_session(actor, session):
        raise NotAllowed
    take_step(session, SessionState.ARCHIVED, now=now)
    session.save_version(session.version)
    audit.record("governance.session.archive", actor=actor, on=session, now=now)
    return session


def _reason_for_free_day(starts_at: datetime, reason: str) -> str:
    """Why the session is on a day without school; empty on any other day."""
    on = day_of(starts_at)
    blocked = free_days(on, on)
    raise_first(refuse_blocked(on, blocked, reason))
    return reason.strip() if blocked else ""


def _refuse_time(starts_at: datetime, ends_at: datetime, now: datetime) -> None:
    if day_of(starts_at) < day_of(now):
        raise RuleViolation(_("Dieser Tag ist schon vorbei."), field="on")
    if ends_at <= starts_at:
        raise RuleViolation(_("Das Ende liegt nach dem Beginn."), field="ends_at")
    if day_of(starts_at) != day_of(ends_at):
        raise RuleViolation(_("Eine Sitzung endet am selben Tag."), field="ends_at")


def _tell_invited(session: Session, *, is_moved: bool, now: datetime) -> None:
    for invitation in _invitations(session):
        token = _ask_again(invitation) if is_moved else ""
        mail_change(invitation, token=token, now=now)


def _ask_again(invitation: SessionInvitation) -> str:
    """A new time makes the old answer void; the new link replaces the old one."""
    token = tokens.new_token()
    invitation.token_hash = tokens.hash_of(token)
    invitation.expires_on = link_expires_on(day_of(invitation.session.starts_at))
    invitation.reply, invitation.replied_at, invitation.sends_deputy = InvitationReply.OPEN, None, False
    invitation.sequence = invitation.session.sequence
    invitation.save()
    return token


def _invitations(session: Session) -> list[SessionInvitation]:
    """Those who have got their mail; the run tells the others the new facts at once."""
    rows = (
        SessionInvitation.objects.filter(session=session, sent_at__isnull=False)
        .select_related("person", "mandate__person")
        .order_by("pk")
    )
    for row in rows:
        row.session = session
    return list(rows)


def _settle_next_date(session: Session, next_date: date) -> None:
    text = _("Die nächste Sitzung ist am %(day)s.") % {"day": german_day(next_date)}
    session.items.filter(fixed=FixedItem.NEXT_DATE, state=ItemState.ACCEPTED).update(
        state=ItemState.TREATED, result=text
    )
