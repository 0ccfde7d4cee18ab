"""Answers from the mailbox that wait for somebody who may invite."""

from datetime import datetime

from django.db.models import QuerySet

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.mailbox import configured, last_look
from bildungsnetz.core.models import MailboxPosition
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import IncomingReply, SessionInvitation
from bildungsnetz.governance.policies.sessions import INVITE

STILL_ASKING = (SessionState.INVITED, SessionState.IN_SESSION)


def incoming_replies(actor: Actor) -> QuerySet[IncomingReply]:
    """All answers the actor may settle, newest first; those without a known session only for who invites everywhere."""
    found = IncomingReply.objects.select_related("invitation__session__body", "invitation__person").order_by(
        "-received_at", "-pk"
    )
    if EVERYWHERE in actor.scopes(INVITE):
        return found
    return found.filter(invitation__session__body__in=actor.scope_keys(INVITE, "body"))


def waiting_replies(actor: Actor) -> QuerySet[IncomingReply]:
    """Those nobody has settled yet."""
    return incoming_replies(actor).filter(state=IncomingReply.State.OPEN)


def invitations_to_assign(actor: Actor, reply: IncomingReply, now: datetime) -> QuerySet[SessionInvitation]:
    """The invitations the answer may be meant for: of the same session if it is known, else of all sessions to come."""
    found = SessionInvitation.objects.filter(session__state__in=STILL_ASKING, expires_on__gte=day_of(now))
    if reply.invitation is not None:
        found = found.filter(session=reply.invitation.session_id)
    if EVERYWHERE not in actor.scopes(INVITE):
        found = found.filter(session__body__in=actor.scope_keys(INVITE, "body"))
    return found.select_related("session__body", "person", "mandate__person").order_by(
        "session__starts_at", "person__last_name", "person__first_name", "pk"
    )


def invitation_by_uid(uid: str) -> SessionInvitation | None:
    """The invitation a calendar entry belongs to."""
    rows = SessionInvitation.objects.filter(uid=uid).select_related(
        "session__body", "person", "mandate__person"
    )
    return rows.order_by("pk").first()


def mailbox_state() -> tuple[bool, MailboxPosition | None]:
    """Whether a mailbox is set up, and the last look into it."""
    mailbox = configured()
    return mailbox is not None, last_look(mailbox) if mailbox else None
