"""Deadlines in calendar days, reasons, links, and the days on which the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.invitation import (
    Deadlines,
    days_late,
    deadlines,
    is_table_paper,
    local_day,
    refuse_reply,
    refuse_sending,
)

SESSION = date(2026, 4, 10)


@pytest.mark.parametrize(
    ("session_on", "expected"),
    [
        (SESSION, Deadlines(date(2026, 3, 27), date(2026, 4, 3))),
        # Clocks change on 29 March 2026 and 25 October 2026: the spans hold one hour less and one more.
        (date(2026, 3, 30), Deadlines(date(2026, 3, 16), date(2026, 3, 23))),
        (date(2026, 10, 26), Deadlines(date(2026, 10, 12), date(2026, 10, 19))),
        (date(2028, 3, 7), Deadlines(date(2028, 2, 22), date(2028, 2, 29))),
        (date(2026, 1, 5), Deadlines(date(2025, 12, 22), date(2025, 12, 29))),
    ],
)
def test_deadlines(session_on: date, expected: Deadlines) -> None:
    assert deadlines(session_on, invitation_days=14, papers_days=7) == expected


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 27, 22, 59, tzinfo=UTC), date(2026, 3, 27)),
        (datetime(2026, 3, 27, 23, 0, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_the_day_changes_at_german_midnight(moment: datetime, day: date) -> None:
    assert local_day(moment) == day


def test_a_moment_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2026, 3, 27, 12))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("sent_on", "reason", "codes"),
    [
        (date(2026, 3, 27), "", []),
        (date(2026, 3, 28), "", ["reason_missing"]),
        (date(2026, 3, 28), "  ", ["reason_missing"]),
        (date(2026, 3, 28), "Eilige Frist des Landes", []),
        (SESSION, "Eilige Frist des Landes", []),
        (date(2026, 4, 11), "Eilige Frist des Landes", ["session_past"]),
    ],
)
def test_sending(sent_on: date, reason: str, codes: list[str]) -> None:
    found = refuse_sending(
        sent_on=sent_on, session_on=SESSION, invitation_by=date(2026, 3, 27), reason=reason
    )
    assert [refusal.code for refusal in found] == codes


def test_late_invitation_in_words() -> None:
    (refusal,) = refuse_sending(sent_on=date(2026, 4, 1), session_on=SESSION, invitation_by=date(2026, 3, 27))
    assert refusal.text == "Die Einladungsfrist endete am 27.03.2026. Begründen Sie die spätere Einladung."
    assert refusal.field == "reason"


@pytest.mark.parametrize(("added_on", "expected"), [(date(2026, 4, 3), False), (date(2026, 4, 4), True)])
def test_late_papers_are_table_papers(added_on: date, expected: bool) -> None:
    assert is_table_paper(added_on, date(2026, 4, 3)) is expected


@pytest.mark.parametrize(
    ("today", "is_cancelled", "codes"),
    [
        (date(2026, 4, 1), False, []),
        (SESSION, False, []),
        (date(2026, 4, 11), False, ["link_expired"]),
        (date(2026, 4, 1), True, ["session_cancelled"]),
    ],
)
def test_reply_by_link(today: date, is_cancelled: bool, codes: list[str]) -> None:
    found = refuse_reply(today=today, session_on=SESSION, is_cancelled=is_cancelled)
    assert [refusal.code for refusal in found] == codes


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 60), st.integers(0, 60))
def test_in_time_up_to_the_deadline_and_late_after_it(session_on: date, days: int, offset: int) -> None:
    by = deadlines(session_on, invitation_days=days, papers_days=0).invitation_by
    assert (session_on - by).days == days
    assert days_late(by - timedelta(days=offset), by) == 0
    assert days_late(by + timedelta(days=offset), by) == offset
