"""When chairs are reminded of minutes, and when a link approves."""

from datetime import date

import pytest

from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.minutes_reminders import (
    is_reminder_due,
    link_expires_on,
    why_link_is_dead,
)

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("today", "reminded", "every", "due"),
    [
        (date(2026, 3, 10), None, 7, False),
        (date(2026, 3, 11), None, 7, True),
        (date(2026, 3, 17), date(2026, 3, 11), 7, False),
        (date(2026, 3, 18), date(2026, 3, 11), 7, True),
        (date(2026, 6, 1), None, 0, False),
    ],
)
def test_an_interval_since_the_submission_or_the_last_reminder(
    today: date, reminded: date | None, every: int, due: bool
) -> None:
    assert is_reminder_due(today, submitted_on=DAY, reminded_on=reminded, every=every) is due


@pytest.mark.parametrize(
    ("state", "used", "same", "today", "dead"),
    [
        (MinutesState.SUBMITTED, False, True, date(2026, 3, 18), False),
        (MinutesState.SUBMITTED, False, True, date(2026, 3, 19), True),
        (MinutesState.SUBMITTED, True, True, DAY, True),
        (MinutesState.SUBMITTED, False, False, DAY, True),
        (MinutesState.DRAFT, False, True, DAY, True),
        (MinutesState.DELIVERED, False, True, DAY, True),
    ],
)
def test_what_kills_a_link(state: MinutesState, used: bool, same: bool, today: date, dead: bool) -> None:
    found = why_link_is_dead(
        state, is_used=used, is_same_text=same, expires_on=link_expires_on(DAY), today=today
    )
    assert bool(found) is dead
