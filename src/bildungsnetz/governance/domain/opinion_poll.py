"""A short opinion poll of a member among those she represents, before a session.

Source: domain report, LM-06 (collect the opinion of the constituency, result visible to the member and, if she wants, to the
body); issue 3, point 10: two to five answers, hidden under five, anonymous.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal

FEWEST = 5
MOST_PEOPLE, MOST_POLLS = 100, 5
KEPT = timedelta(days=365)
"""So long after its end a poll is kept."""


def refuse_poll(options: Sequence[str], *, today: date, closes_on: date, session_on: date) -> list[Refusal]:
    """Two to five different answers; it ends before the session, so that the member can use the result."""
    if not 2 <= len(options) <= 5:
        return [Refusal("options", _("Geben Sie zwei bis fünf Antworten an, je Zeile eine."), "options")]
    if len({option.casefold() for option in options}) < len(options):
        return [Refusal("twice", _("Zwei Antworten sind gleich."), "options")]
    if closes_on <= today:
        return [Refusal("ends_early", _("Das Ende muss nach dem heutigen Tag liegen."), "closes_on")]
    if closes_on >= session_on:
        return [Refusal("ends_late", _("Die Umfrage muss vor dem Tag der Sitzung enden."), "closes_on")]
    return []


def refuse_people(people: int, earlier_polls: int) -> list[Refusal]:
    """Not fewer than could ever give a result, not more than those one represents, and no flood of mails."""
    if people < FEWEST:
        text = _("Laden Sie mindestens fünf Personen ein; mit weniger Antworten gibt es kein Ergebnis.")
        return [Refusal("few", text, "addresses")]
    if people > MOST_PEOPLE:
        return [Refusal("many", _("Eine Umfrage geht an höchstens 100 Personen."), "addresses")]
    if earlier_polls >= MOST_POLLS:
        return [Refusal("polls", _("Zu einer Sitzung sind höchstens fünf Umfragen möglich."))]
    return []


def counts(options: int, answers: Sequence[int], *, closes_on: date, today: date) -> list[int] | None:
    """How often each answer was given; None while it runs (two looks would tell who came in between) or under five."""
    if today <= closes_on or len(answers) < FEWEST:
        return None
    return [list(answers).count(number) for number in range(options)]
