"""Answers from the mailbox: matched by UID and sender, the others wait for the clerk, who assigns or discards them."""

from datetime import datetime
from email.message import EmailMessage

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.calendar_replies import (
    Asked,
    CalendarReply,
    ReplyProblem,
    answer_of,
    is_overtaken,
    problem_of,
)
from bildungsnetz.governance.domain.invitation import Answer
from bildungsnetz.governance.models import IncomingReply, SessionInvitation
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.incoming_replies import incoming_replies, invitation_by_uid
from bildungsnetz.governance.services.replies import may_send_deputy, reply_as
from bildungsnetz.governance.services.reply_reading import reply_in

State = IncomingReply.State


def take_reply(message: EmailMessage, now: datetime) -> bool:
    """Take the answer in a mail, or lay it before the clerk; gives whether there is one. A mail counts once."""
    reply = reply_in(message, now)
    if reply is None:
        return False
    with transaction.atomic():
        if not IncomingReply.objects.filter(message_id=reply.message_id).exists():
            _take(reply, now=now)
    return True


@transaction.atomic
def assign_reply(
    *, actor: Actor, reply: IncomingReply, invitation: SessionInvitation, answer: Answer, now: datetime
) -> IncomingReply:
    """Let a waiting answer count for an invitation. Raises NotAllowed, and RuleViolation: settled already, too late."""
    reply = _locked(actor, reply)
    if not policies.may_invite(actor, invitation.session):
        raise NotAllowed
    reply_as(invitation, answer, reply.comment, actor=_as_person(invitation), now=now)
    reply.state, reply.invitation = State.ASSIGNED, invitation
    reply.save(update_fields=["state", "invitation"])
    audit.record(
        "governance.reply.assign",
        actor=actor,
        on=reply,
        thread=invitation.session,
        now=now,
        person=invitation.person.name,
    )
    return reply


@transaction.atomic
def discard_reply(*, actor: Actor, reply: IncomingReply, now: datetime) -> IncomingReply:
    """Lay a waiting answer aside: it changes nothing. Raises NotAllowed, and RuleViolation when it is settled."""
    reply = _locked(actor, reply)
    reply.state = State.DISCARDED
    reply.save(update_fields=["state"])
    session = reply.invitation.session if reply.invitation else None
    audit.record("governance.reply.discard", actor=actor, on=reply, thread=session, now=now)
    return reply


def _take(reply: CalendarReply, *, now: datetime) -> None:
    invitation = invitation_by_uid(reply.uid)
    asked = _asked(invitation)
    problem = problem_of(reply, asked)
    state = State.OPEN if problem else State.TAKEN
    if problem is None and asked is not None and is_overtaken(reply, asked):
        state = State.OVERTAKEN
    elif problem is None and invitation is not None and not _answer(invitation, reply, now=now):
        problem, state = ReplyProblem.REFUSED, State.OPEN
    IncomingReply.objects.create(
        message_id=reply.message_id,
        state=state,
        problem=problem or "",
        invitation=invitation,
        uid=reply.uid,
        sequence=reply.sequence,
        said=reply.said,
        attendee=reply.attendee,
        sender=reply.sender,
        comment=reply.comment,
        written_at=reply.written_at,
        received_at=now,
    )


def _asked(invitation: SessionInvitation | None) -> Asked | None:
    if invitation is None:
        return None
    return Asked(invitation.person.email, invitation.sequence, invitation.replied_at)


def _answer(invitation: SessionInvitation, reply: CalendarReply, *, now: datetime) -> bool:
    answer = answer_of(reply.said, has_deputy=may_send_deputy(invitation))
    try:
        with transaction.atomic():
            reply_as(
                invitation,
                answer,
                reply.comment,
                actor=_as_person(invitation),
                now=now,
                answered_at=reply.written_at,
            )
    except RuleViolation:
        return False
    return True


def _as_person(invitation: SessionInvitation) -> Actor:
    return Actor(user_id=invitation.person.user_id, name=invitation.person.name)


def _locked(actor: Actor, reply: IncomingReply) -> IncomingReply:
    if not incoming_replies(actor).filter(pk=reply.pk).exists():
        raise NotAllowed
    locked = IncomingReply.objects.select_for_update().get(pk=reply.pk)
    if locked.state != State.OPEN:
        text = _("Diese Antwort ist schon %(state)s.")
        raise RuleViolation(text % {"state": locked.get_state_display()})
    return locked
