"""Mail leaves in two steps: written with the act in its transaction, sent by a job after the commit."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import make_msgid

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from bildungsnetz.core.audit import kind_of
from bildungsnetz.core.models import MailAttachment, OutgoingMail
from bildungsnetz.core.tasks import send_mail


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
    unsubscribe_url: str = "",
) -> OutgoingMail:
    """Write one mail to one recipient; demo mode holds it back, otherwise the worker sends it after the commit.

    `secret` marks a mail whose text opens an account; the outbox hides it outside the demo.
    `unsubscribe_url` is the page that ends such mails; mail programs offer it as a button of their own (RFC 8058).
    """
    mail = OutgoingMail.objects.create(
        state=OutgoingMail.State.HELD if settings.MAIL_HELD else OutgoingMail.State.QUEUED,
        queued_at=now,
        message_id=make_msgid(secrets.token_hex(8), domain=settings.MAIL_DOMAIN),
        recipient=to,
        recipient_name=name,
        subject=subject,
        body=body,
        secret=secret,
        unsubscribe_url=unsubscribe_url,
        about_kind=kind_of(about) if about is not None else "",
        about_key=str(about.pk) if about is not None else "",
    )
    for attachment in attachments:
        MailAttachment.objects.create(mail=mail, **attachment.__dict__)
    if mail.state == OutgoingMail.State.QUEUED:
        transaction.on_commit(lambda: send_mail.enqueue(mail.pk))
    return mail


@transaction.atomic
def send_again(mail: OutgoingMail) -> bool:
    """Queue a mail that failed for good once more, with as many attempts as a new one. Gives whether it had failed."""
    given_up = OutgoingMail.objects.filter(pk=mail.pk, state=OutgoingMail.State.FAILED)
    if not given_up.update(state=OutgoingMail.State.QUEUED, attempts=0):
        return False
    transaction.on_commit(lambda: send_mail.enqueue(mail.pk))
    return True
