"""Opening hours: several spans on a day of the week, typed as "8:00-12:00, 14-16:30" and shown day by day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import _StrPromise

WEEKDAYS: Final[dict[int, _StrPromise]] = {
    1: gettext_lazy("Montag"),
    2: gettext_lazy("Dienstag"),
    3: gettext_lazy("Mittwoch"),
    4: gettext_lazy("Donnerstag"),
    5: gettext_lazy("Freitag"),
    6: gettext_lazy("Samstag"),
    7: gettext_lazy("Sonntag"),
}
"""Numbers as in ISO 8601."""
_SPAN = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr)?\s*(?:-|–|bis)\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr)?"
)


class OpeningFault(ValueError):
    """The typed hours cannot be read or contradict themselves; the message is a German sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Open on a day of the week (1 = Monday) from a time to a later one."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class DayLine:
    """What a page shows: "Montag bis Freitag" and "8:00–12:00, 14:00–16:00 Uhr"."""

    days: str
    hours: str


def parse_day(weekday: int, text: str) -> tuple[Span, ...]:
    """The spans of a day as typed, in their order; empty text means closed. Raises OpeningFault."""
    parts = [part for part in re.split(r"[,;]|\bund\b", text.strip().lower()) if part.strip()]
    spans = sorted(_span(weekday, part.strip()) for part in parts)
    for earlier, later in pairwise(spans):
        if later.opens <= earlier.closes:
            raise OpeningFault(_("Die Zeiten überschneiden sich oder schließen aneinander an."))
    return tuple(spans)


def typed_day(spans: Iterable[Span]) -> str:
    """The spans of one day as a form shows them; `parse_day` reads it back."""
    return ", ".join(f"{span.opens:%H:%M}-{span.closes:%H:%M}" for span in spans)


def day_lines(spans: Iterable[Span]) -> list[DayLine]:
    """The open days of a week; neighbouring days with the same hours share a line."""
    hours = {day: _hours(group) for day, group in groupby(sorted(spans), key=lambda span: span.weekday)}
    lines: list[DayLine] = []
    for text, run in groupby(WEEKDAYS, key=lambda day: hours.get(day, "")):
        days = list(run)
        if text:
            lines.append(DayLine(_days(days[0], days[-1]), text))
    return lines


def _span(weekday: int, part: str) -> Span:
    found = _SPAN.fullmatch(part)
    if found is None:
        raise OpeningFault(
            _("„%(text)s“ ist keine Zeit. Schreiben Sie zum Beispiel 8:00-12:30.") % {"text": part}
        )
    hour, minute, until, until_minute = found.groups(default="0")
    try:
        opens, closes = time(int(hour), int(minute)), _closing(int(until), int(until_minute))
    except ValueError as fault:
        raise OpeningFault(_("„%(text)s“ liegt nicht zwischen 0 und 24 Uhr.") % {"text": part}) from fault
    if closes <= opens:
        raise OpeningFault(_("„%(text)s“ endet nicht nach dem Beginn.") % {"text": part})
    return Span(weekday, opens, closes)


def _closing(hour: int, minute: int) -> time:
    """24:00 is the last minute of the day."""
    return time(23, 59) if (hour, minute) == (24, 0) else time(hour, minute)


def _hours(spans: Iterable[Span]) -> str:
    spoken = ", ".join(
        f"{span.opens.hour}:{span.opens:%M}–{span.closes.hour}:{span.closes:%M}" for span in spans
    )
    return _("%(hours)s Uhr") % {"hours": spoken}


def _days(first: int, last: int) -> str:
    if first == last:
        return str(WEEKDAYS[first])
    return _("%(first)s bis %(last)s") % {"first": WEEKDAYS[first], "last": WEEKDAYS[last]}
