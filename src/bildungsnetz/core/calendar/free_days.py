"""Days on which no school day is: public holidays (computed) and school holidays (a table the office keeps)."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

from bildungsnetz.core.models import SchoolHoliday


@lru_cache(maxsize=64)
def _of_year(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("DE", subdiv="NW", years=year, language="de").items())


def public_holidays(first: date, last: date) -> dict[date, str]:
    """The public holidays of Nordrhein-Westfalen between two days (both count) with their names."""
    return {
        day: name
        for year in range(first.year, last.year + 1)
        for day, name in sorted(_of_year(year).items())
        if first <= day <= last
    }


def free_days(first: date, last: date) -> dict[date, str]:
    """Every day without school between two days (both count), weekends aside: the name of its holiday."""
    found = {
        day: holiday.name
        for holiday in SchoolHoliday.objects.filter(first_day__lte=last, last_day__gte=first)
        for day in _days(max(first, holiday.first_day), min(last, holiday.last_day))
    }
    return dict(sorted((found | public_holidays(first, last)).items()))


def is_free(day: date) -> bool:
    return day in free_days(day, day)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
