"""Looking into the mailbox: every mail once, in its order; what is not for us stays as it lies there."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from itertools import islice

from django.db import transaction

from bildungsnetz.core.clock import day_of
from bildungsnetz.core.delivery import note_bounce
from bildungsnetz.core.mailbox.bounces import bounce_in
from bildungsnetz.core.mailbox.port import Folder, Letter, Mailbox
from bildungsnetz.core.models import MailboxPosition
from bildungsnetz.core.registers import incoming

log = logging.getLogger(__name__)
FIRST_LOOK_BACK = timedelta(days=14)
MOST_AT_ONCE = 500
_LONGEST_TROUBLE = 300


@dataclass(frozen=True)
class Reading:
    """What a look brought: mails read, how many of them were for us (answers, bounces), how many made trouble."""

    seen: int = 0
    taken: int = 0
    failed: int = 0


def look(mailbox: Mailbox, *, now: datetime) -> Reading | None:
    """Read what is new and keep that the look was made; None when the server could not be asked, `trouble` says why."""
    try:
        done, trouble = read_mailbox(mailbox, now=now), ""
    except OSError as failure:
        log.warning("Mailbox %s cannot be read: %s", mailbox.name, failure)
        done, trouble = None, str(failure)[:_LONGEST_TROUBLE]
    MailboxPosition.objects.update_or_create(
        name=mailbox.name, defaults={"looked_at": now, "trouble": trouble}
    )
    return done


def last_look(mailbox: Mailbox) -> MailboxPosition | None:
    return MailboxPosition.objects.filter(name=mailbox.name, looked_at__isnull=False).first()


def read_mailbox(mailbox: Mailbox, *, now: datetime) -> Reading:
    """Read what is new. A mail that makes trouble is left out and logged, the next ones are read.

    Raises OSError when the server cannot be asked; what was read before stays read.
    """
    with mailbox.look() as folder:
        position, _is_new = MailboxPosition.objects.get_or_create(name=mailbox.name)
        letters = islice(_new_letters(folder, position, now=now), MOST_AT_ONCE)
        results = [_take(letter, folder, position, now=now) for letter in letters]
    return Reading(len(results), results.count("taken"), results.count("failed"))


def _new_letters(folder: Folder, position: MailboxPosition, *, now: datetime) -> Iterator[Letter]:
    if position.validity != folder.validity:
        return folder.since(day_of(now - FIRST_LOOK_BACK))
    return folder.after(position.last_uid)


def _take(letter: Letter, folder: Folder, position: MailboxPosition, *, now: datetime) -> str:
    """One mail and the note that it is read, in one transaction."""
    try:
        with transaction.atomic():
            result = "taken" if _is_ours(letter, now=now) else "left"
            _note(letter, folder, position)
    except Exception:  # a mail from outside may be anything; it must not keep the others from being read
        log.exception("Mail %s of %s could not be read", letter.uid, position.name)
        _note(letter, folder, position)
        return "failed"
    return result


def _is_ours(letter: Letter, *, now: datetime) -> bool:
    message = message_from_bytes(letter.raw, policy=policy.default)
    bounce = bounce_in(message)
    if bounce is not None:
        return note_bounce(bounce.message_id, bounce.reason) is not None
    return incoming.offer(message, now)


def _note(letter: Letter, folder: Folder, position: MailboxPosition) -> None:
    position.validity, position.last_uid = folder.validity, letter.uid
    position.save(update_fields=["validity", "last_uid"])
