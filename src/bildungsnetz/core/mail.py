"""Mail leaves in two steps: written with the act in its transaction, sent by a job after the commit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import make_msgid

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Model

from bildungsnetz.core.audit import kind_of
from bildungsnetz.core.models import MailAttachment, OutgoingMail

MOST_ATTEMPTS = 5
CALENDAR = "text/calendar"


@dataclass(frozen=True)
class Attachment:
    """`content_type` with its parameters, e.g. "text/calendar; method=REQUEST; charset=utf-8"."""

    filename: str
    content_type: str
    content: bytes


def queue(
    *,
    to: str,
    name: str,
    subject: str,
    body: str,
    now: datetime,
    about: Model | None = None,
    attachments: Iterable[Attachment] = (),
    secret: bool = False,
) -> OutgoingMail:
    """Write one mail to one recipient; demo mode holds it back, otherwise the worker sends it after the commit.

    `secret` marks a mail whose text opens an account; the outbox hides it outside the demo.
    """
    mail = OutgoingMail.objects.create(
        state=OutgoingMail.State.HELD if settings.MAIL_HELD else OutgoingMail.State.QUEUED,
        queued_at=now,
        message_id=make_msgid(domain=settings.MAIL_DOMAIN),
        recipient=to,
        recipient_name=name,
        subject=subject,
        body=body,
        secret=secret,
        about_kind=kind_of(about) if about is not None else "",
        about_key=str(about.pk) if about is not None else "",
    )
    for attachment in attachments:
        MailAttachment.objects.create(mail=mail, **attachment.__dict__)
    if mail.state == OutgoingMail.State.QUEUED:
        transaction.on_commit(lambda: _enqueue(mail.pk))
    return mail


def _enqueue(pk: int) -> None:
    from bildungsnetz.core.tasks import send_mail  # noqa: PLC0415 - the task module needs this one

    send_mail.enqueue(pk)


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
    """Send one queued mail; nobody gets it twice. Gives whether it was sent; a failure is kept and may be repeated."""
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
        mail.save(update_fields=["state", "sent_at", "attempts"])
        return True


def _keep_failure(mail: OutgoingMail, failure: OSError) -> bool:
    mail.attempts += 1
    mail.failure = str(failure)[:300]
    if mail.attempts >= MOST_ATTEMPTS:
        mail.state = OutgoingMail.State.FAILED
    mail.save(update_fields=["state", "attempts", "failure"])
    return False
