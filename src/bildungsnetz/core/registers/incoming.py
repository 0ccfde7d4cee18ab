"""Mails that come in: contexts register who looks at them, the reader of the mailbox offers each to all in turn."""

from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage

Take = Callable[[EmailMessage, datetime], bool]
_takers: dict[str, Take] = {}


def register(name: str, take: Take) -> None:
    """`take(message, now)` says whether the mail was meant for it; it is offered the same mail again after a restart."""
    _takers[name] = take


def offer(message: EmailMessage, now: datetime) -> bool:
    """Whether somebody took the mail."""
    return any(take(message, now) for _name, take in sorted(_takers.items()))
