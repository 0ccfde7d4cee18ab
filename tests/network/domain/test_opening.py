from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain.opening import DayLine, OpeningFault, Span, day_lines, parse_day, typed_day


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ()),
        ("8:00-12:30", ((8, 0, 12, 30),)),
        ("14-16 Uhr, 8.30 bis 12", ((8, 30, 12, 0), (14, 0, 16, 0))),
        ("9:00–12:00 und 13:00–24:00", ((9, 0, 12, 0), (13, 0, 23, 59))),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, expected: tuple[tuple[int, ...], ...]) -> None:
    assert parse_day(1, typed) == tuple(Span(1, time(a, b), time(c, d)) for a, b, c, d in expected)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("morgens", "„morgens“ ist keine Zeit. Schreiben Sie zum Beispiel 8:00-12:30."),
        ("8-25", "„8-25“ liegt nicht zwischen 0 und 24 Uhr."),
        ("12-8", "„12-8“ endet nicht nach dem Beginn."),
        ("8-12, 11-14", "Die Zeiten überschneiden sich oder schließen aneinander an."),
        ("8-12, 12-14", "Die Zeiten überschneiden sich oder schließen aneinander an."),
    ],
)
def test_what_is_no_time_is_told(typed: str, message: str) -> None:
    with pytest.raises(OpeningFault) as fault:
        parse_day(1, typed)
    assert str(fault.value) == message


@given(st.lists(st.integers(0, 23 * 60 + 58), min_size=2, max_size=8, unique=True).map(sorted))
def test_what_a_form_shows_is_read_back(minutes: list[int]) -> None:
    times = [time(at // 60, at % 60) for at in minutes]
    spans = tuple(Span(3, a, b) for a, b in zip(times[::2], times[1::2], strict=False))
    assert parse_day(3, typed_day(spans)) == spans


def test_neighbouring_days_with_the_same_hours_share_a_line() -> None:
    spans = [span for day in (1, 2, 3, 5) for span in parse_day(day, "8-12, 14-16:30")]
    assert day_lines(spans) == [
        DayLine("Montag bis Mittwoch", "8:00–12:00, 14:00–16:30 Uhr"),
        DayLine("Freitag", "8:00–12:00, 14:00–16:30 Uhr"),
    ]
