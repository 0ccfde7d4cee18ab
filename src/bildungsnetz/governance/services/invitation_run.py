"""The run that writes the mails of an invitation: each in a transaction of its own, so that it can be taken up again.

Killed or failed, the run goes on with those who have no mail yet; nobody gets two (docs/adr/0030).
"""

from datetime import datetime
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import jobs
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.models import Progress
from bildungsnetz.governance import signals
from bildungsnetz.governance.domain.invitation import Capacity, link_expires_on
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Session, SessionInvitation
from bildungsnetz.governance.selectors.invitation_runs import RUN, session_of_run, unwritten
from bildungsnetz.governance.selectors.invitations import Readers, Recipient, readers_of
from bildungsnetz.governance.services.invitation_mails import Paper, mail_invitation, papers_of
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.session_calendar import uid_of

INVITING = frozenset({SessionState.INVITED, SessionState.IN_SESSION})
Failure = tuple[str, str]


def new_invitation(session: Session, recipient: Recipient) -> SessionInvitation:
    """An invitation whose mail is still to be written: until then nobody knows a link to it."""
    return SessionInvitation(
        session=session,
        person=recipient.person,
        mandate=recipient.mandate,
        as_deputy=recipient.capacity is Capacity.DEPUTY,
        token_hash=tokens.hash_of(tokens.new_token()),
        uid=uid_of(session, recipient.person.pk),
        sequence=session.sequence,
        expires_on=link_expires_on(day_of(session.starts_at)),
    )


def start_run(*, actor: Actor, session: Session, now: datetime) -> Progress:
    """Begin to write the mails that are missing, inside the act that causes it."""
    run = jobs.begin(kind=RUN, about=session, total=unwritten(session).count(), actor=actor, now=now)
    signals.invitation_run_started.send(Progress, run=run)
    return run


def write_invitation_mails(run: Progress, *, now: datetime) -> None:
    """Write what is missing and count it; also takes up a run that broke off."""
    session = session_of_run(run)
    if session is None:
        jobs.finish(run, now=now)
        return
    paper, readers = papers_of(session), readers_of(session, now=now)
    for pk in list(unwritten(session).values_list("pk", flat=True)):
        _write_one(run, pk, session, paper, readers, now=now)
    jobs.finish(run, now=now)


def invite(session: Session, recipient: Recipient, *, paper: Paper, now: datetime) -> SessionInvitation:
    """Write one invitation and its mail, inside the act that causes it."""
    invitation = new_invitation(session, recipient)
    invitation.save()
    _mail(invitation, recipient, paper=paper, now=now)
    return invitation


def _write_one(
    run: Progress, pk: int, session: Session, paper: Paper, readers: Readers, *, now: datetime
) -> None:
    """One person, one transaction. What goes wrong with one takes nothing along: it is kept with the name."""
    with jobs.step(run, partial(_name, pk), now=now):
        locked = lock_session(session)
        invitation = SessionInvitation.objects.select_for_update().filter(pk=pk, sent_at=None).first()
        if invitation is None:
            return
        invitation.session = locked
        _write(invitation, paper, readers, now=now)
        jobs.advance(run, now=now)


def _write(invitation: SessionInvitation, paper: Paper, readers: Readers, *, now: datetime) -> None:
    session, person = invitation.session, invitation.person
    if session.state not in INVITING:
        text = _("Die Sitzung ist %(state)s.")
        raise RuleViolation(text % {"state": session.get_state_display()})
    if not person.email:
        raise RuleViolation(_("Die E-Mail-Adresse fehlt."))
    _mail(
        invitation, readers.recipient(person, _capacity(invitation), invitation.mandate), paper=paper, now=now
    )


def _mail(invitation: SessionInvitation, recipient: Recipient, *, paper: Paper, now: datetime) -> None:
    token = tokens.new_token()
    invitation.token_hash, invitation.sent_at = tokens.hash_of(token), now
    mail_invitation(invitation, recipient, token=token, paper=paper, now=now)
    invitation.save()


def _capacity(invitation: SessionInvitation) -> Capacity:
    if invitation.mandate_id is None:
        return Capacity.GUEST
    return Capacity.DEPUTY if invitation.as_deputy else Capacity.MEMBER


@override("de")
def _name(pk: int) -> str:
    row = SessionInvitation.objects.select_related("person").filter(pk=pk).first()
    return row.person.name if row else _("unbekannt")
