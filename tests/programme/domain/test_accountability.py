"""Which orders and measures belong to a school year."""

from datetime import date

import pytest

from bildungsnetz.programme.domain.accountability import Line, Span, by_state

FIRST, LAST = date(2025, 8, 1), date(2026, 7, 31)


@pytest.mark.parametrize(
    ("began_on", "ended_on", "is_over", "touches"),
    [
        (date(2025, 8, 1), None, False, True),
        (date(2026, 7, 31), None, False, True),
        (date(2026, 8, 1), None, False, False),
        (date(2024, 9, 1), None, False, True),
        (date(2024, 9, 1), None, True, False),
        (date(2025, 9, 1), None, True, True),
        (date(2024, 9, 1), date(2025, 7, 31), True, False),
        (date(2024, 9, 1), date(2025, 8, 1), True, True),
        (date(2024, 9, 1), date(2025, 7, 31), False, False),
    ],
)
def test_it_counts_where_it_was_worked_on(began_on, ended_on, is_over, touches):
    assert Span(began_on, ended_on, is_over).touches(FIRST, LAST) is touches


def test_lines_by_state_in_the_order_of_the_states():
    lines = [Line(1, "A", "running"), Line(2, "B", "idea"), Line(3, "C", "running")]
    groups = by_state(lines, [("idea", "Idee"), ("paused", "ruht"), ("running", "läuft")])
    assert [(group.label, group.count, [line.pk for line in group.lines]) for group in groups] == [
        ("Idee", 1, [2]),
        ("läuft", 2, [1, 3]),
    ]
