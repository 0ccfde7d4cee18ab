"""When a mail with news is due."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.following import Rhythm, is_due, last_due

WEDNESDAY = datetime(2026, 3, 4, 14, tzinfo=UTC)
CASES = [
    (Rhythm.AT_ONCE, WEDNESDAY, WEDNESDAY),
    (Rhythm.DAILY, WEDNESDAY, datetime(2026, 3, 4, 6, tzinfo=UTC)),
    (Rhythm.DAILY, datetime(2026, 3, 4, 5, 59, tzinfo=UTC), datetime(2026, 3, 3, 6, tzinfo=UTC)),
    (Rhythm.WEEKLY, WEDNESDAY, datetime(2026, 3, 2, 6, tzinfo=UTC)),
    (Rhythm.WEEKLY, datetime(2026, 3, 2, 5, tzinfo=UTC), datetime(2026, 2, 23, 6, tzinfo=UTC)),
    # The clocks went forward on 29 March: seven in the morning is five in UTC.
    (Rhythm.DAILY, datetime(2026, 3, 29, 5, 0, tzinfo=UTC), datetime(2026, 3, 29, 5, tzinfo=UTC)),
    (Rhythm.DAILY, datetime(2026, 3, 29, 4, 59, tzinfo=UTC), datetime(2026, 3, 28, 6, tzinfo=UTC)),
]


@pytest.mark.parametrize(("rhythm", "now", "due"), CASES)
def test_the_latest_moment_is_in_german_time(rhythm: Rhythm, now: datetime, due: datetime) -> None:
    assert last_due(rhythm, now) == due


def test_never_is_never_due() -> None:
    assert last_due(Rhythm.NEVER, WEDNESDAY) is None
    assert not is_due(Rhythm.NEVER, WEDNESDAY - timedelta(days=400), WEDNESDAY)


moments = st.datetimes(datetime(2025, 1, 1), datetime(2035, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001


@given(rhythm=st.sampled_from([Rhythm.DAILY, Rhythm.WEEKLY]), now=moments)
def test_after_a_look_nothing_is_due_until_the_next_moment(rhythm: Rhythm, now: datetime) -> None:
    due = last_due(rhythm, now)
    assert due is not None
    assert due <= now
    assert now - due < timedelta(days=7 if rhythm is Rhythm.WEEKLY else 1, hours=1)
    assert is_due(rhythm, due - timedelta(seconds=1), now)
    assert not is_due(rhythm, due, now)
