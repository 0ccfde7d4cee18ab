"""Dates, numbers and spans of time as people of the field write them, in German and English.

German form: DIN 5008 digits with the weekday abbreviated (Di., 24.11.2026, 14:00 Uhr), decimal comma, thousands point.
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext, ngettext

WEEKDAYS_DE = ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So.")
WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS_EN = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
SOON = 7
WEEKS_FROM = 21


def is_english(language: str | None) -> bool:
    return (language or "").startswith("en")


def day(value: date, language: str | None = "de") -> str:
    """Di., 24.11.2026 – in English Tue, 24 Nov 2026."""
    if is_english(language):
        weekday = WEEKDAYS_EN[value.weekday()]
        return f"{weekday}, {value.day} {MONTHS_EN[value.month - 1]} {value.year}"
    return f"{WEEKDAYS_DE[value.weekday()]}, {value:%d.%m.%Y}"


def moment(value: datetime, language: str | None = "de") -> str:
    """Di., 24.11.2026, 14:00 Uhr – in English Tue, 24 Nov 2026, 14:00. `value` is already local time."""
    clock = f"{value:%H:%M}"
    return f"{day(value, language)}, {clock}" + ("" if is_english(language) else " Uhr")


def number(value: Decimal | float, language: str | None = "de", places: int | None = None) -> str:
    """1.234,5 – in English 1,234.5. Without `places` at most two decimals, none that say nothing."""
    step = Decimal(1).scaleb(-(2 if places is None else places))
    exact = Decimal(str(value)).quantize(step, ROUND_HALF_UP) + 0  # + 0 makes −0 a plain 0
    text = f"{exact:,f}"
    if places is None:
        text = text.rstrip("0").rstrip(".")
    return text if is_english(language) else text.translate(str.maketrans(",.", ".,"))


def due(on: date, today: date) -> str:
    """How far a due date is away, in words: heute, in 3 Tagen, seit 2 Tagen überfällig."""
    days = (on - today).days
    if days == 0:
        return gettext("heute")
    if days == 1:
        return gettext("morgen")
    if days < 0:
        late = ngettext("seit %(n)s Tag überfällig", "seit %(n)s Tagen überfällig", -days)
        return late % {"n": -days}
    if days >= WEEKS_FROM:
        return gettext("in %(n)s Wochen") % {"n": days // 7}
    return gettext("in %(n)s Tagen") % {"n": days}


def due_tone(on: date, today: date) -> str:
    """The tone that goes with `due`: danger when late, warning within a week, else quiet."""
    days = (on - today).days
    if days < 0:
        return "danger"
    return "warning" if days <= SOON else "quiet"
