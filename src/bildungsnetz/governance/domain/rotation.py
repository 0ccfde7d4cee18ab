"""Several people share one seat and hold it in turn.

Source: Soest (the cities' two seats rotate among three persons) and user story LM-09 of the domain report: a member knows
when it is her turn, and around the change both get the papers.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.seats import refuse_span

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_TURNS = 60


@dataclass(frozen=True, slots=True)
class Turn:
    """A person holds the seat from the first to the last day, both included."""

    person_key: str
    starts_on: date
    ends_on: date


def turns(people: Sequence[str], starts_on: date, months: int, until: date) -> tuple[Turn, ...]:
    """The calendar: one after the other in the order given, without a gap, the last turn cut at `until`."""
    found: list[Turn] = []
    begins = starts_on
    while begins <= until:
        following = months_later(starts_on, months * (len(found) + 1))
        ends = min(following - timedelta(days=1), until)
        found.append(Turn(people[len(found) % len(people)], begins, ends))
        begins = following
    return tuple(found)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def refuse_rotation(people: Sequence[str], starts_on: date, months: int, until: date) -> list[Refusal]:
    """At least two people, each once; a turn lasts at least a month; the calendar is not endless."""
    if len(people) < 2:
        return [
            Refusal("too_few", _("Für einen Wechsel braucht der Sitz mindestens zwei Personen."), "people")
        ]
    if len(set(people)) < len(people):
        return [Refusal("named_twice", _("Jede Person steht einmal in der Reihenfolge."), "people")]
    if months < 1:
        return [Refusal("too_short", _("Ein Turnus dauert mindestens einen Monat."), "months")]
    if refusals := refuse_span(starts_on, until, "until"):
        return refusals
    if months_later(starts_on, months * MOST_TURNS) <= until:
        return [
            Refusal("too_long", _("Der Plan hat zu viele Wechsel. Wählen Sie ein früheres Ende."), "until")
        ]
    return []
