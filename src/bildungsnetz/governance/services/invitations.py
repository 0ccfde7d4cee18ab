"""Inviting to a session: everybody once, in time or with a reason. The mails are written by a run in the background."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import Progress
from bildungsnetz.governance.domain.agenda_release import refuse_inviting_unreleased
from bildungsnetz.governance.domain.invitation import refuse_sending
from bildungsnetz.governance.domain.session_states import SessionMode, SessionState
from bildungsnetz.governance.models import Session, SessionInvitation
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.agenda_release import unreleased_sides
from bildungsnetz.governance.selectors.invitations import InvitationPlan, invitation_plan
from bildungsnetz.governance.services.invitation_run import new_invitation, start_run
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.governance.services.session_steps import take_step
from bildungsnetz.network.api import Person


@dataclass(frozen=True)
class Sent:
    """What inviting did: one invitation per person, who has no e-mail address, and the run that writes the mails."""

    invitations: tuple[SessionInvitation, ...]
    without_mail: tuple[Person, ...]
    run: Progress


@transaction.atomic
def send_invitations(
    *, actor: Actor, session: Session, now: datetime, reason: str = "", guests: Iterable[Person] = ()
) -> Sent:
    """Invite everybody with a seat on the day of the session, and the guests, who has no invitation yet.

    The first sending fixes the numbers of the agenda. The mails are written after the commit, one by one (see
    `invitation_run`). Raises NotAllowed, and RuleViolation: after the deadline without a reason, without an item, place or
    recipient, or when the session is over.
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
        raise_first(
            refuse_inviting_unreleased(
                is_needed=session.body.release_needed, missing=unreleased_sides(session)
            )
        )
        take_step(session, SessionState.INVITED, now=now)
        session.invited_at, session.late_reason = now, late_reason if plan.days_late else ""
        session.save_version(session.version)
    made = tuple(
        SessionInvitation.objects.bulk_create(new_invitation(session, entry) for entry in plan.recipients)
    )
    audit.record("governance.session.invite", actor=actor, on=session, now=now, count=len(made))
    run = start_run(actor=actor, session=session, now=now)
    return Sent(made, tuple(entry.person for entry in plan.without_mail), run)


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
