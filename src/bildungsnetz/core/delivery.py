"""Sending the mails of the outbox."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from bildungsnetz.core.models import OutgoingMail

MOST_ATTEMPTS = 5
CALENDAR = "text/calendar"


def message_of(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The mail as it goes out: plain text first, a calendar part as alternative, files attached."""
    recipient = f"{mail.recipient_name} <{mail.recipient}>" if mail.recipient_name else mail.recipient
    message = EmailMultiAlternatives(
        mail.subject,
        mail.body,
        settings.DEFAULT_FROM_EMAIL,
        [recipient],
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


def _keep_failure(mail: OutgoingMail, failure: OSError) -> bool:
    mail.attempts += 1
    mail.failure = str(failure)[:300]
    if mail.attempts >= MOST_ATTEMPTS:
        mail.state = OutgoingMail.State.FAILED
    mail.save(update_fields=["state", "attempts", "failure"])
    return False
