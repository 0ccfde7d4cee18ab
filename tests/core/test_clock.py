"""A day is a day in Germany."""

from datetime import UTC, date, datetime

import pytest

from bildungsnetz.core import clock


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 31, 22, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 23, 0, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_the_day_of_a_moment(moment: datetime, day: date) -> None:
    assert clock.day_of(moment) == day
    assert (day - clock.day_before(moment)).days == 1


def test_the_clock_of_the_tests_stands(now: datetime) -> None:
    assert clock.now() == now
