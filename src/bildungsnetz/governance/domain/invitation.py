"""Deadlines of an invitation and of its papers, and how long its links work.

Source: agenda 14 days before (Bildungskonferenz Duisburg), papers 7 days, later papers are a Tischvorlage; domain rule
6. Days are calendar days in Germany: the rules take dates, so the days on which the clocks change have no effect.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal, german_day

BERLIN = ZoneInfo("Europe/Berlin")


def local_day(moment: datetime) -> date:
    """The calendar day in Germany of a moment. Raises ValueError for a moment without time zone."""
    if moment.tzinfo is None:
        raise ValueError("moment needs a time zone")
    return moment.astimezone(BERLIN).date()


class Capacity(TextChoices):
    """As what a person is invited."""

    MEMBER = "member", _("Mitglied")
    DEPUTY = "deputy", _("Vertretung")
    HANDOVER = "handover", _("Übergabe")
    GUEST = "guest", _("Gast")


class Answer(TextChoices):
    """What the buttons of the reply page say."""

    COMES = "comes", _("Ich komme")
    SENDS_DEPUTY = "sends_deputy", _("Ich komme nicht, meine Vertretung kommt")
    STAYS_AWAY = "stays_away", _("Ich komme nicht")


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The last days on which invitation and papers are in time."""

    invitation_by: date
    papers_by: date


def deadlines(session_on: date, *, invitation_days: int, papers_days: int) -> Deadlines:
    """The deadlines of a session from the days set for its body."""
    return Deadlines(session_on - timedelta(days=invitation_days), session_on - timedelta(days=papers_days))


def days_late(sent_on: date, deadline: date) -> int:
    """By how many calendar days the deadline is missed, 0 when it is kept."""
    return max((sent_on - deadline).days, 0)


def is_table_paper(added_on: date, papers_by: date) -> bool:
    """Whether a paper added on the day is late and therefore a Tischvorlage."""
    return added_on > papers_by


def refuse_sending(
    *, sent_on: date, session_on: date, invitation_by: date, reason: str = ""
) -> list[Refusal]:
    """Nobody is invited to a past session; after the deadline the invitation needs a reason."""
    if sent_on > session_on:
        past = _("Der Sitzungstag %(day)s ist schon vorbei.") % {"day": german_day(session_on)}
        return [Refusal("session_past", past)]
    if days_late(sent_on, invitation_by) and not reason.strip():
        text = _("Die Einladungsfrist endete am %(day)s. Begründen Sie die spätere Einladung.")
        return [Refusal("reason_missing", text % {"day": german_day(invitation_by)}, "reason")]
    return []


def link_expires_on(session_on: date) -> date:
    """The last day on which the reply link works: on the day itself a deputy can still be sent."""
    return session_on


def refuse_reply(*, today: date, session_on: date, is_cancelled: bool = False) -> list[Refusal]:
    """A reply by link is refused for a cancelled session and after the link has expired."""
    if is_cancelled:
        return [Refusal("session_cancelled", _("Diese Sitzung ist abgesagt. Sie müssen nicht antworten."))]
    if today <= link_expires_on(session_on):
        return []
    text = _("Dieser Link galt bis zum %(day)s. Wenden Sie sich an die Geschäftsstelle.")
    return [Refusal("link_expired", text % {"day": german_day(link_expires_on(session_on))})]
