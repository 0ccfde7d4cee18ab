"""Sending the mails of the outbox."""

from datetime import datetime, timedelta
from email.headerregistry import Address

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core.models import OutgoingMail

MOST_ATTEMPTS = 5
CALENDAR = "text/calendar"
LONGEST_CLAIM = timedelta(minutes=10)
_FIRST_PAUSE = timedelta(minutes=5)
_LONGEST_FAILURE = 300


def message_of(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The mail as it goes out: plain text first, a calendar part as alternative, files attached."""
    recipient = Address(display_name=mail.recipient_name, addr_spec=mail.recipient)
    message = EmailMultiAlternatives(
        mail.subject,
        mail.body,
        settings.DEFAULT_FROM_EMAIL,
        [str(recipient)],  # quotes what stands in a name: "Ähre, Anna" is one person
        headers=_headers(mail),
    )
    for part in mail.attachments.all():
        if part.content_type.startswith(CALENDAR):
            message.attach_alternative(bytes(part.content).decode(), part.content_type)
        else:
            message.attach(part.filename, bytes(part.content), part.content_type)
    return message


def _headers(mail: OutgoingMail) -> dict[str, str]:
    headers = {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"}
    if mail.unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{mail.unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def deliver(pk: int, *, now: datetime) -> bool:
    """Send one queued mail; nobody gets it twice. Gives whether it was sent; a failure is kept and may be repeated.

    The claim is committed before the mail server is asked, so a slow server blocks nobody and a process that dies in
    between leaves a mail that only a person sends again. A link that opens an account is forgotten once it is sent: a
    stolen database or backup opens no door.
    """
    mail = _claim(pk, now=now)
    if mail is None:
        return False
    try:
        message_of(mail).send()
    except OSError as failure:
        return _keep_failure(mail, failure)
    except ValueError as failure:  # an address that is none; trying again would not help
        return _keep_failure(mail, failure, is_last=True)
    mail.state, mail.sent_at, mail.failure = OutgoingMail.State.SENT, now, ""
    mail.attempts += 1
    if mail.secret and settings.MAIL_FORGETS_SECRETS:
        mail.body = mail.unsubscribe_url = ""
    mail.save(update_fields=["state", "sent_at", "attempts", "body", "unsubscribe_url", "failure"])
    return True


def give_up_claims(*, now: datetime) -> int:
    """Mark what a process that died left half sent: it may have arrived, so nobody but a person sends it again."""
    left = OutgoingMail.objects.filter(state=OutgoingMail.State.SENDING, claimed_at__lt=now - LONGEST_CLAIM)
    return left.update(
        state=OutgoingMail.State.FAILED, failure=_("Der Versand brach ab; vielleicht kam die Mail an.")
    )


def note_bounce(message_id: str, reason: str) -> OutgoingMail | None:
    """Keep that a sent mail came back and why; gives the mail, or None when none of ours has this Message-ID."""
    mail = OutgoingMail.objects.filter(message_id=message_id).first()
    if mail is not None and mail.state == OutgoingMail.State.SENT:
        mail.state, mail.failure = OutgoingMail.State.BOUNCED, reason[:_LONGEST_FAILURE]
        mail.save(update_fields=["state", "failure"])
    return mail


@transaction.atomic
def _claim(pk: int, *, now: datetime) -> OutgoingMail | None:
    mail = OutgoingMail.objects.select_for_update().filter(pk=pk, state=OutgoingMail.State.QUEUED).first()
    if mail is not None:
        mail.state, mail.claimed_at = OutgoingMail.State.SENDING, now
        mail.save(update_fields=["state", "claimed_at"])
    return mail


def next_attempt(pk: int, *, now: datetime) -> datetime | None:
    """When to try again what still waits: after 5 minutes, then 10, 20 and 40; None for what is done."""
    waiting = OutgoingMail.objects.filter(pk=pk, state=OutgoingMail.State.QUEUED).first()
    if waiting is None:
        return None
    return now + _FIRST_PAUSE * (1 << max(waiting.attempts - 1, 0))


def _keep_failure(mail: OutgoingMail, failure: Exception, *, is_last: bool = False) -> bool:
    mail.attempts += 1
    mail.failure = str(failure)[:_LONGEST_FAILURE]
    is_over = is_last or mail.attempts >= MOST_ATTEMPTS
    mail.state = OutgoingMail.State.FAILED if is_over else OutgoingMail.State.QUEUED
    mail.save(update_fields=["state", "attempts", "failure"])
    return False
