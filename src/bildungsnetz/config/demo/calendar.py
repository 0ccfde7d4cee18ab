"""Days of the demo: all are counted from the day on which it is loaded, and none of them is a day off."""

from datetime import date, datetime, time, timedelta

from bildungsnetz.core.clock import BERLIN, day_of

DAYS_OFF = frozenset({(1, 1), (5, 1), (10, 3), (11, 1), (12, 24), (12, 25), (12, 26), (12, 31)})


def working_day(today: date, days: int) -> date:
    """The day so many days from today; a day off moves towards the past before today and away from it after."""
    found = today + timedelta(days=days)
    if days == 0:
        return found
    step = timedelta(days=-1 if days < 0 else 1)
    while found.weekday() > 4 or (found.month, found.day) in DAYS_OFF:
        found += step
    return found


def moment(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """The moment on a day by the clocks in Germany."""
    return datetime.combine(day, time(hour, minute), tzinfo=BERLIN)


def latest_start(now: datetime, minutes_ago: int) -> datetime:
    """When something began that runs right now: some minutes ago by a round clock, but today."""
    began = max(now - timedelta(minutes=minutes_ago), moment(day_of(now), 0))
    return began.replace(minute=began.minute // 5 * 5, second=0, microsecond=0)
