"""An answer sent by the calendar of a mail program, and whether it may count.

Source: RFC 5546 (iTIP), 3.2.3 REPLY: exactly one ATTENDEE with its PARTSTAT, matched by UID; 2.1.4 and 2.1.5: SEQUENCE first,
then DTSTAMP say which message is newer. The sender is compared too, because anybody can write a mail.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.invitation import Answer

if TYPE_CHECKING:
    from datetime import datetime


class ReplyProblem(TextChoices):
    """Why an answer waits for the clerk."""

    UNKNOWN = "unknown", _("Zu diesem Termin gibt es keine Einladung.")
    OTHER_SENDER = "other_sender", _("Die Antwort kommt von einer anderen Adresse als die Einladung.")
    OLD_TIME = "old_time", _("Die Antwort gilt einem früheren Zeitpunkt der Sitzung.")
    UNCLEAR = "unclear", _("Weder Zusage noch Absage: vorläufig oder weitergegeben.")
    REFUSED = "refused", _("Die Antwort kam zu spät oder die Sitzung ist abgesagt.")


@dataclass(frozen=True, slots=True)
class CalendarReply:
    """What a mail says: addresses in lower case, `said` is the PARTSTAT in upper case."""

    message_id: str
    uid: str
    sequence: int
    said: str
    attendee: str
    sender: str
    written_at: datetime
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The invitation the UID belongs to: the address asked, the SEQUENCE of the time it was asked about, the last answer."""

    address: str
    sequence: int
    answered_at: datetime | None = None


def problem_of(reply: CalendarReply, asked: Asked | None) -> ReplyProblem | None:
    """Why the answer cannot count by itself; None when it can."""
    if asked is None:
        return ReplyProblem.UNKNOWN
    address = asked.address.casefold()
    if not (reply.sender == address == reply.attendee):
        return ReplyProblem.OTHER_SENDER
    if reply.sequence < asked.sequence:
        return ReplyProblem.OLD_TIME
    if reply.said not in {"ACCEPTED", "DECLINED"}:
        return ReplyProblem.UNCLEAR
    return None


def is_overtaken(reply: CalendarReply, asked: Asked) -> bool:
    """Whether the person has answered again since this was written."""
    return asked.answered_at is not None and reply.written_at < asked.answered_at


def answer_of(said: str, *, has_deputy: bool) -> Answer:
    """A refusal in the calendar calls the deputy in: the mail program has no second button for it."""
    if said == "ACCEPTED":
        return Answer.COMES
    return Answer.SENDS_DEPUTY if has_deputy else Answer.STAYS_AWAY
