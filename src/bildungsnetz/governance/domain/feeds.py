"""Feeds of one's own: links that a calendar or a feed reader fetches without signing in.

Source: issue 3, point 10 (feed per person and per body with a revocable token); domain rule 7 (confidential items are
invisible outside the body, also in search, feeds and exports), so feeds of sessions name no item at all.
"""

from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

LOOK_BACK = timedelta(days=365)
"""A calendar shows the sessions of the last year and all that are planned."""
OFTEN = timedelta(hours=6)
"""How often a calendar program is asked to look again."""


class FeedKind(TextChoices):
    """What a link shows."""

    CALENDAR = "calendar", _("Kalender")
    NEWS = "news", _("Neuigkeiten")


def shows_use(last: date | None, today: date) -> bool:
    """Whether a use today is news: only the day is kept, so that nobody reads from it when somebody was at a desk."""
    return last is None or last < today
