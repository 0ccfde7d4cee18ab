"""Taking in messages from the public form and answering them."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import PUBLIC, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.portal import policies
from bildungsnetz.portal.domain.deadlines import answer_due
from bildungsnetz.portal.domain.feedback import FeedbackState
from bildungsnetz.portal.models import Feedback


@transaction.atomic
def give_feedback(
    *, receipt: str, kind: str, message: str, now: datetime, email: str = "", page: str = ""
) -> Feedback:
    """Keep a message of the public with the day until which it is to be answered; one form makes one case."""
    kept, is_new = Feedback.objects.get_or_create(
        receipt=receipt,
        defaults={
            "kind": kind,
            "message": message,
            "email": email,
            "page": page,
            "received_at": now,
            "due_on": answer_due(day_of(now)),
        },
    )
    if is_new:
        audit.record("portal.feedback.give", actor=PUBLIC, on=kept, now=now)
    return kept


@transaction.atomic
def answer_feedback(
    *, actor: Actor, feedback: Feedback, answer: str, by_mail: bool, version: int, now: datetime
) -> Feedback:
    """Close a message with an answer or a note; `by_mail` sends it to the address the person left.

    Raises NotAllowed, StaleVersion, and RuleViolation when it is answered already or left no address for a mail.
    """
    if not policies.may_answer_feedback(actor):
        raise NotAllowed
    kept = Feedback.objects.select_for_update().get(pk=feedback.pk)
    if kept.version != version:
        raise StaleVersion
    if kept.state == FeedbackState.ANSWERED:
        raise RuleViolation(_("Diese Rückmeldung ist schon beantwortet."))
    if by_mail and not kept.email:
        raise RuleViolation(_("Die Person hat keine Adresse angegeben."), field="by_mail")
    kept.answer, kept.state, kept.answered_at = answer, FeedbackState.ANSWERED, now
    kept.save_version(version)
    if by_mail:
        _send_answer(kept, now)
    act = "portal.feedback.answer" if by_mail else "portal.feedback.close"
    audit.record(act, actor=actor, on=kept, now=now)
    return kept


@transaction.atomic
def reopen_feedback(*, actor: Actor, feedback: Feedback, now: datetime) -> None:
    """Take up an answered message again; its due date stays. Raises NotAllowed."""
    if not policies.may_answer_feedback(actor):
        raise NotAllowed
    kept = Feedback.objects.select_for_update().get(pk=feedback.pk)
    if kept.state == FeedbackState.OPEN:
        return
    kept.state, kept.answered_at = FeedbackState.OPEN, None
    kept.save_version(kept.version)
    audit.record("portal.feedback.reopen", actor=actor, on=kept, now=now)


def _send_answer(kept: Feedback, now: datetime) -> None:
    text = render_to_string(
        "portal/mail/answer.txt", {"feedback": kept, "network_name": settings.NETWORK_NAME}
    )
    subject = _("Antwort auf Ihre Rückmeldung %(number)s") % {"number": kept.number}
    mail.queue(to=kept.email, name="", subject=subject, body=text, now=now, about=kept)
