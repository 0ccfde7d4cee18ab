"""Following a body or a topic: how often a mail comes, and when one is due.

Source: issue 3, point 10 (follow a body or topic by mail or feed).
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

BERLIN = ZoneInfo("Europe/Berlin")
HOUR, MONDAY = time(7), 0
WINDOW = timedelta(days=45)
"""What is older is no news any more: so long is remembered who was told what."""


class Rhythm(TextChoices):
    """How often the news are told by mail."""

    AT_ONCE = "at_once", _("sobald es etwas Neues gibt")
    DAILY = "daily", _("einmal am Tag, morgens um 7 Uhr")
    WEEKLY = "weekly", _("einmal in der Woche, montags um 7 Uhr")
    NEVER = "never", _("keine Mails")


class NewsKind(TextChoices):
    """What is announced."""

    AGENDA = "agenda", _("Tagesordnung")
    PAPER = "paper", _("Unterlage")
    DECISION = "decision", _("Beschluss")


def last_due(rhythm: Rhythm, now: datetime) -> datetime | None:
    """The latest moment at which a mail was due; None when none ever is. Days are those of Germany, also when the clocks change."""
    if rhythm is Rhythm.NEVER:
        return None
    if rhythm is Rhythm.AT_ONCE:
        return now
    here = now.astimezone(BERLIN)
    day = here.date() - timedelta(days=(here.weekday() - MONDAY) if rhythm is Rhythm.WEEKLY else 0)
    due = datetime.combine(day, HOUR, tzinfo=BERLIN)
    if due > here:
        day -= timedelta(days=7 if rhythm is Rhythm.WEEKLY else 1)
        due = datetime.combine(day, HOUR, tzinfo=BERLIN)
    return due


def is_due(rhythm: Rhythm, looked_at: datetime, now: datetime) -> bool:
    """Whether it is time to look for news: a moment has come since the last look, however long ago that was."""
    due = last_due(rhythm, now)
    return due is not None and looked_at < due
