"""Sending invitations: everybody once, in time or with a reason, each with the papers this person may read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.invitation import Capacity, link_expires_on, refuse_sending
from bildungsnetz.governance.domain.session_states import SessionMode, SessionState
from bildungsnetz.governance.models import Session, SessionInvitation
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.invitations import InvitationPlan, Recipient, invitation_plan
from bildungsnetz.governance.services.invitation_mails import Paper, mail_invitation, papers_of, uid_of
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.governance.services.session_steps import take_step
from bildungsnetz.network.api import Person


@dataclass(frozen=True)
class Sent:
    """What sending did: one invitation per person, and who has no e-mail address."""

    invitations: tuple[SessionInvitation, ...]
    without_mail: tuple[Person, ...]


@transaction.atomic
def send_invitations(
    *, actor: Actor, session: Session, now: datetime, reason: str = "", guests: Iterable[Person] = ()
) -> Sent:
    """Invite everybody with a seat on the day of the session, and the guests, who has no invitation yet.

    The first sending fixes the numbers of the agenda. Raises NotAllowed, and RuleViolation: after the deadline without
    a reason, without an item, place or recipient, or when the session is over.
    """
    session = lock_session(session)
    if not policies.may_invite(actor, session):
        raise NotAllowed
    plan = invitation_plan(session, now=now, guests=guests)
    _refuse_state(session)
    _refuse_missing_place(session)
    first = session.state == SessionState.PLANNED
    late_reason = reason.strip() if first else session.late_reason
    # Who gets a seat after the invitation went out is not invited late: the reason belongs to the first sending.
    raise_first(
        refuse_sending(
            sent_on=day_of(now),
            session_on=day_of(session.starts_at),
            invitation_by=plan.deadlines.invitation_by,
            reason=late_reason if first else "later",
        )
    )
    _refuse_nobody(plan)
    if first:
        take_step(session, SessionState.INVITED, now=now)
        session.invited_at, session.late_reason = now, late_reason if plan.days_late else ""
        session.save_version(session.version)
    paper = papers_of(session)
    made = tuple(invite(session, recipient, paper=paper, now=now) for recipient in plan.recipients)
    audit.record("governance.session.invite", actor=actor, on=session, now=now, count=len(made))
    return Sent(made, tuple(entry.person for entry in plan.without_mail))


def invite(session: Session, recipient: Recipient, *, paper: Paper, now: datetime) -> SessionInvitation:
    """Write one invitation and its mail, inside the act that causes it."""
    token = tokens.new_token()
    invitation = SessionInvitation.objects.create(
        session=session,
        person=recipient.person,
        mandate=recipient.mandate,
        as_deputy=recipient.capacity is Capacity.DEPUTY,
        token_hash=tokens.hash_of(token),
        uid=uid_of(session, recipient.person.pk),
        sent_at=now,
        expires_on=link_expires_on(day_of(session.starts_at)),
    )
    mail_invitation(invitation, recipient, token=token, paper=paper, now=now)
    return invitation


def _refuse_state(session: Session) -> None:
    if session.state not in {SessionState.PLANNED, SessionState.INVITED, SessionState.IN_SESSION}:
        text = _("Diese Sitzung ist %(state)s. Eine Einladung ist nicht mehr möglich.")
        raise RuleViolation(text % {"state": session.get_state_display()})


def _refuse_missing_place(session: Session) -> None:
    if session.mode != SessionMode.ONLINE and not session.place:
        raise RuleViolation(_("Tragen Sie den Ort der Sitzung ein, bevor Sie einladen."))
    if session.mode != SessionMode.ON_SITE and not session.online_link:
        raise RuleViolation(_("Tragen Sie den Link zur Videokonferenz ein, bevor Sie einladen."))


def _refuse_nobody(plan: InvitationPlan) -> None:
    if plan.recipients:
        return
    if plan.already:
        raise RuleViolation(
            _("Alle mit Sitz und E-Mail-Adresse sind schon eingeladen. Niemand bekommt zwei Mails.")
        )
    if plan.without_mail:
        raise RuleViolation(_("Zu keiner Person mit Sitz ist eine E-Mail-Adresse eingetragen."))
    raise RuleViolation(
        _("Am Sitzungstag hat niemand ein Mandat in diesem Gremium. Prüfen Sie Tag und Mandate.")
    )
