"""Sessions of a school year from the rhythm of a body, and the items that come back by themselves.

Source: default year of the domain report, 2.5 (annual plan fixed in August; school holidays of Nordrhein-Westfalen block
dates); recurring items as PloneMeeting knows them. A blocked day is refused unless somebody says why: people from schools
could not come, but a body may have a good reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal, german_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LAST_WEEK = 5
_OTHER_WEEKS = (1, -1, 2, -2)


class Weekday(IntegerChoices):
    """As Python counts them."""

    MONDAY = 0, _("Montag")
    TUESDAY = 1, _("Dienstag")
    WEDNESDAY = 2, _("Mittwoch")
    THURSDAY = 3, _("Donnerstag")
    FRIDAY = 4, _("Freitag")


class WeekOfMonth(IntegerChoices):
    """The how manieth of its weekday in the month."""

    FIRST = 1, _("der erste im Monat")
    SECOND = 2, _("der zweite im Monat")
    THIRD = 3, _("der dritte im Monat")
    FOURTH = 4, _("der vierte im Monat")
    LAST = LAST_WEEK, _("der letzte im Monat")


class Recurrence(TextChoices):
    """How often an item comes back."""

    EVERY = "every", _("in jeder Sitzung")
    YEARLY = "yearly", _("einmal im Schuljahr, in der ersten Sitzung")
    NTH = "nth", _("in jeder n-ten Sitzung")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """In which months (1 to 12) a body meets, and on which of their days."""

    months: tuple[int, ...]
    weekday: int
    week: int


@dataclass(frozen=True, slots=True)
class ProposedDay:
    """A day for a session; `wanted` is what the rhythm says, `blocked` why that day or, if none is free, this one is not."""

    on: date
    wanted: date
    blocked: str = ""

    @property
    def is_moved(self) -> bool:
        return self.on != self.wanted


def day_of_rhythm(year: int, month: int, rhythm: Rhythm) -> date:
    """The day of the rhythm in one month."""
    first = date(year, month, 1)
    start = first + timedelta(days=(rhythm.weekday - first.weekday()) % 7)
    if rhythm.week < LAST_WEEK:
        return start + timedelta(weeks=rhythm.week - 1)
    last = start + timedelta(weeks=4)
    return last if last.month == month else last - timedelta(weeks=1)


def propose(
    rhythm: Rhythm, first_day: date, last_day: date, blocked: Mapping[date, str]
) -> list[ProposedDay]:
    """A day for each month of the rhythm between two days of a school year, in order.

    From a blocked day it goes to the nearest week that is free, later before earlier; where none of the four weeks around
    is free the wanted day stays, blocked.
    """
    months = [
        (first_day.year + (first_day.month + n - 1) // 12, (first_day.month + n - 1) % 12 + 1)
        for n in range(12)
    ]
    wanted = [day_of_rhythm(year, month, rhythm) for year, month in months if month in rhythm.months]
    return [_free(day, first_day, last_day, blocked) for day in wanted if first_day <= day <= last_day]


def _free(wanted: date, first_day: date, last_day: date, blocked: Mapping[date, str]) -> ProposedDay:
    if wanted not in blocked:
        return ProposedDay(wanted, wanted)
    others = (wanted + timedelta(weeks=weeks) for weeks in _OTHER_WEEKS)
    free = (day for day in others if first_day <= day <= last_day and day not in blocked)
    return ProposedDay(next(free, wanted), wanted, blocked[wanted])


def refuse_blocked(on: date, blocked: Mapping[date, str], reason: str) -> list[Refusal]:
    """A free day is no day for a session unless somebody says why."""
    if on not in blocked or reason.strip():
        return []
    text = _("Der %(day)s ist frei: %(name)s. Wählen Sie einen anderen Tag oder nennen Sie den Grund.")
    shown = {"day": german_day(on), "name": blocked[on]}
    return [Refusal("day_blocked", text % shown, "blocked_reason")]


def refuse_rhythm(months: Sequence[int], minutes: int) -> list[Refusal]:
    """What is wrong with a template."""
    refusals = []
    if not months:
        refusals.append(Refusal("no_month", _("Wählen Sie mindestens einen Monat."), "months"))
    if not 15 <= minutes <= 720:
        text = _("Eine Sitzung dauert zwischen 15 Minuten und zwölf Stunden.")
        refusals.append(Refusal("duration", text, "minutes"))
    return refusals


def is_due(recurrence: Recurrence | str, every: int, *, number: int, is_first_of_year: bool) -> bool:
    """Whether a recurring item belongs on the agenda of the session with this number."""
    if recurrence == Recurrence.EVERY:
        return True
    if recurrence == Recurrence.YEARLY:
        return is_first_of_year
    return number % max(every, 1) == 0
