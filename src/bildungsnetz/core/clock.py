"""The one place that asks the clock."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

BERLIN = ZoneInfo("Europe/Berlin")


def now() -> datetime:
    """The present moment, aware (UTC)."""
    return timezone.now()


def day_of(moment: datetime) -> date:
    """The calendar day in Germany to which an aware moment belongs."""
    return moment.astimezone(BERLIN).date()


def day_before(moment: datetime) -> date:
    """The calendar day in Germany before the one of an aware moment."""
    return day_of(moment) - timedelta(days=1)
