"""Sending the mails of the outbox."""

from datetime import datetime, timedelta
from email.headerregistry import Address

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from bildungsnetz.core.models import OutgoingMail

MOST_ATTEMPTS = 5
CALENDAR = "text/calendar"
_FIRST_PAUSE = timedelta(minutes=5)


def message_of(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The mail as it goes out: plain text first, a calendar part as alternative, files attached."""
    recipient = Address(display_name=mail.recipient_name, addr_spec=mail.recipient)
    message = EmailMultiAlternatives(
        mail.subject,
        mail.body,
        settings.DEFAULT_FROM_EMAIL,
        [str(recipient)],  # quotes what stands in a name: "Ähre, Anna" is one person
        headers={"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"},
    )
    for part in mail.attachments.all():
        if part.content_type.startswith(CALENDAR):
            message.attach_alternative(bytes(part.content).decode(), part.content_type)
        else:
            message.attach(part.filename, bytes(part.content), part.content_type)
    return message


def deliver(pk: int, *, now: datetime) -> bool:
    """Send one queued mail; nobody gets it twice. Gives whether it was sent; a failure is kept and may be repeated.

    A link that opens an account is forgotten once it is sent: a stolen database or backup opens no door.
    """
    with transaction.atomic():
        mail = OutgoingMail.objects.select_for_update().filter(pk=pk, state=OutgoingMail.State.QUEUED).first()
        if mail is None:
            return False
        try:
            message_of(mail).send()
        except OSError as failure:
            return _keep_failure(mail, failure)
        mail.state, mail.sent_at = OutgoingMail.State.SENT, now
        mail.attempts += 1
        if mail.secret and settings.MAIL_FORGETS_SECRETS:
            mail.body = ""
        mail.save(update_fields=["state", "sent_at", "attempts", "body"])
        return True


def next_attempt(pk: int, *, now: datetime) -> datetime | None:
    """When to try again what still waits: after 5 minutes, then 10, 20 and 40; None for what is done."""
    waiting = OutgoingMail.objects.filter(pk=pk, state=OutgoingMail.State.QUEUED).first()
    if waiting is None:
        return None
    return now + _FIRST_PAUSE * (1 << max(waiting.attempts - 1, 0))


def _keep_failure(mail: OutgoingMail, failure: OSError) -> bool:
    mail.attempts += 1
    mail.failure = str(failure)[:300]
    if mail.attempts >= MOST_ATTEMPTS:
        mail.state = OutgoingMail.State.FAILED
    mail.save(update_fields=["state", "attempts", "failure"])
    return False
