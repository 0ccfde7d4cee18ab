"""Answers to an invitation, and the deputies they call in."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.invitation import Answer, Capacity, refuse_reply
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import InvitationReply, Session, SessionInvitation
from bildungsnetz.governance.selectors.invitations import (
    coming_deputies,
    invitation_by_hash,
    next_deputy,
    readers_of,
)
from bildungsnetz.governance.services.invitation_mails import mail_release, papers_of
from bildungsnetz.governance.services.invitation_run import invite
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.network.api import person_of_user


@transaction.atomic
def reply_by_link(*, token: str, answer: Answer, now: datetime, note: str = "") -> SessionInvitation:
    """Answer with the link of the mail; no account is needed. Raises RuleViolation for a link that is of no use."""
    invitation = invitation_by_hash(tokens.hash_of(token))
    if invitation is None:
        raise RuleViolation(refusal(None, now=now))
    person = invitation.person
    return reply_as(invitation, answer, note, actor=Actor(user_id=person.user_id, name=person.name), now=now)


@transaction.atomic
def reply_to_invitation(
    *, actor: Actor, invitation: SessionInvitation, answer: Answer, now: datetime, note: str = ""
) -> SessionInvitation:
    """Answer one's own invitation on the page of the session. Raises NotAllowed for anybody else's, RuleViolation."""
    person = person_of_user(actor.user_id)
    if person is None or person.pk != invitation.person_id:
        raise NotAllowed
    return reply_as(invitation, answer, note, actor=actor, now=now)


def refusal(invitation: SessionInvitation | None, *, now: datetime) -> str:
    """Why the link of a mail cannot be used any more; empty when it can."""
    if invitation is None:
        return _("Diesen Link gibt es nicht mehr. Bitte nutzen Sie den Link aus der letzten Mail.")
    session = invitation.session
    found = refuse_reply(
        today=day_of(now),
        session_on=day_of(session.starts_at),
        is_cancelled=session.state == SessionState.CANCELLED,
    )
    return str(found[0].text) if found else ""


def may_send_deputy(
    invitation: SessionInvitation, invited: Sequence[SessionInvitation] | None = None
) -> bool:
    """Whether somebody could stand in: called in already or still to be asked; deputies send nobody.

    `invited` are all invitations of the session, where the caller has them.
    """
    if invitation.as_deputy:
        return False
    if invited is None:
        invited = _invited(invitation.session)
    return bool(coming_deputies(invitation, invited) or next_deputy(invitation, invited))


@transaction.atomic
def reply_as(
    invitation: SessionInvitation,
    answer: Answer,
    note: str,
    *,
    actor: Actor,
    now: datetime,
    answered_at: datetime | None = None,
) -> SessionInvitation:
    """Keep the answer of the invited person, whose identity the caller has made sure of; `answered_at` if not just now.

    Raises RuleViolation after the day of the session, for a cancelled one, and when no deputy is free.
    """
    session = lock_session(invitation.session)
    invitation = SessionInvitation.objects.select_for_update().get(pk=invitation.pk)
    invitation.session = session
    if why_not := refusal(invitation, now=now):
        raise RuleViolation(why_not)
    if answer is Answer.SENDS_DEPUTY and not may_send_deputy(invitation):
        raise RuleViolation(
            _("Für Ihren Sitz ist keine Vertretung frei. Wählen Sie „Ich komme nicht“ und schreiben Sie uns.")
        )
    invitation.reply = InvitationReply.ACCEPTED if answer is Answer.COMES else InvitationReply.DECLINED
    invitation.sends_deputy = answer is Answer.SENDS_DEPUTY
    invitation.replied_at, invitation.note = answered_at or now, note.strip()
    invitation.save()
    audit.record(
        "governance.invitation.reply",
        actor=actor,
        on=invitation,
        thread=session,
        now=now,
        reply=str(invitation.get_reply_display()),
    )
    _settle_deputy(invitation, answer, now=now)
    return invitation


def _settle_deputy(invitation: SessionInvitation, answer: Answer, *, now: datetime) -> None:
    """Who declines with a deputy calls in the first one free; who comes releases the one called in.

    A deputy who declines passes the seat on to the next one.
    """
    if answer is Answer.COMES and not invitation.as_deputy:
        _release_deputies(invitation, now=now)
    elif answer is Answer.SENDS_DEPUTY or (answer is Answer.STAYS_AWAY and invitation.as_deputy):
        _call_deputy(invitation, now=now)
    elif answer is Answer.STAYS_AWAY:
        _release_deputies(invitation, now=now)


def _call_deputy(invitation: SessionInvitation, *, now: datetime) -> None:
    session = invitation.session
    invited = _invited(session)
    if coming_deputies(invitation, invited):
        return
    deputy = next_deputy(invitation, invited)
    if deputy is None or invitation.mandate is None:
        return
    _raise_sequence(session)  # an entry taken out of this calendar before must come back with a higher number
    recipient = readers_of(session, now=now).recipient(deputy, Capacity.DEPUTY, invitation.mandate)
    made = invite(session, recipient, paper=papers_of(session), now=now)
    _record("call_deputy", made, now=now)


def _release_deputies(invitation: SessionInvitation, *, now: datetime) -> None:
    session = invitation.session
    called_in = coming_deputies(invitation, _invited(session))
    if not called_in:
        return
    _raise_sequence(session)
    for deputy in called_in:
        deputy.session = session
        _record("release_deputy", deputy, now=now)
        mail_release(deputy, now=now)
        deputy.delete()


def _invited(session: Session) -> list[SessionInvitation]:
    return list(session.invitations.select_related("person", "mandate__person").order_by("pk"))


def _raise_sequence(session: Session) -> None:
    session.sequence += 1
    session.save(update_fields=["sequence"])


def _record(verb: str, invitation: SessionInvitation, *, now: datetime) -> None:
    session: Session = invitation.session
    principal = invitation.mandate.person.name if invitation.mandate else ""
    audit.record(
        f"governance.invitation.{verb}",
        actor=SYSTEM,
        on=invitation,
        thread=session,
        label=invitation.person.name,
        now=now,
        principal=principal,
    )
