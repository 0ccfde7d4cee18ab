"""The traffic light, day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.domain.traffic_light import (
    Light,
    LightReason,
    OrderDates,
    Signal,
    is_overdue,
    missing_report,
    signal,
)

S, L, R = OrderState, Light, LightReason
ISSUED, REPORT, DUE = date(2026, 3, 1), date(2026, 6, 1), date(2026, 9, 1)
FIRST_REPORT = (date(2026, 5, 28),)


@pytest.mark.parametrize(
    ("state", "on", "reported_on", "expected"),
    [
        (S.ISSUED, date(2026, 3, 15), (), Signal(L.GREEN, R.ON_TIME)),
        (S.ISSUED, date(2026, 3, 16), (), Signal(L.YELLOW, R.NOT_ACCEPTED)),
        (S.ACCEPTED, date(2026, 3, 16), (), Signal(L.GREEN, R.ON_TIME)),
        (S.IN_PROGRESS, REPORT, (), Signal(L.GREEN, R.ON_TIME)),
        (S.IN_PROGRESS, date(2026, 6, 2), (), Signal(L.YELLOW, R.REPORT_MISSING, 1)),
        (S.IN_PROGRESS, date(2026, 6, 2), FIRST_REPORT, Signal(L.GREEN, R.ON_TIME)),
        (S.IN_PROGRESS, date(2026, 8, 17), FIRST_REPORT, Signal(L.GREEN, R.ON_TIME)),
        (S.IN_PROGRESS, date(2026, 8, 18), FIRST_REPORT, Signal(L.YELLOW, R.DUE_SOON, 14)),
        (S.IN_PROGRESS, DUE, FIRST_REPORT, Signal(L.YELLOW, R.DUE_SOON, 0)),
        (S.IN_PROGRESS, date(2026, 9, 2), FIRST_REPORT, Signal(L.RED, R.OVERDUE, 1)),
        (S.RETURNED, date(2026, 7, 1), FIRST_REPORT, Signal(L.YELLOW, R.RETURNED)),
        (S.RETURNED, date(2026, 10, 1), FIRST_REPORT, Signal(L.RED, R.OVERDUE, 30)),
        (S.DELIVERED, date(2026, 10, 1), (), Signal(L.GREEN, R.AWAITING_ACCEPTANCE)),
        (S.ACCEPTED_BY_BODY, date(2026, 10, 1), (), Signal(L.DONE, R.DONE)),
        (S.CLOSED, date(2026, 10, 1), (), Signal(L.DONE, R.DONE)),
        (S.WITHDRAWN, date(2026, 10, 1), (), Signal(L.GREY, R.WITHDRAWN)),
    ],
)
def test_light(state: OrderState, on: date, reported_on: tuple[date, ...], expected: Signal) -> None:
    assert signal(OrderDates(state, ISSUED, DUE, (REPORT,), reported_on), on) == expected


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (Signal(L.RED, R.OVERDUE, 1), "Frist überschritten, seit 1 Tag"),
        (Signal(L.RED, R.OVERDUE, 30), "Frist überschritten, seit 30 Tagen"),
        (Signal(L.YELLOW, R.REPORT_MISSING, 2), "Bericht fehlt, seit 2 Tagen"),
        (Signal(L.YELLOW, R.DUE_SOON, 1), "Frist endet bald, noch 1 Tag"),
        (Signal(L.YELLOW, R.DUE_SOON, 0), "Frist endet heute"),
        (Signal(L.GREEN, R.ON_TIME), "Frist in Sicht"),
    ],
)
def test_words(found: Signal, sentence: str) -> None:
    assert found.sentence == sentence


@pytest.mark.parametrize(
    ("reported_on", "expected"),
    [
        ((), date(2026, 4, 1)),
        ((date(2026, 3, 20),), date(2026, 5, 1)),
        ((date(2026, 3, 20), date(2026, 5, 3)), None),
        ((date(2026, 6, 1),), date(2026, 4, 1)),
    ],
)
def test_each_report_serves_one_date(reported_on: tuple[date, ...], expected: date | None) -> None:
    dates = (date(2026, 5, 1), date(2026, 4, 1), date(2026, 7, 1))
    assert (
        missing_report(OrderDates(S.IN_PROGRESS, ISSUED, DUE, dates, reported_on), date(2026, 5, 10))
        == expected
    )


days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
orders = st.builds(
    OrderDates,
    st.sampled_from(S),
    days,
    days,
    st.lists(days, max_size=4).map(tuple),
    st.lists(days, max_size=4).map(tuple),
)


@given(orders, days)
def test_red_means_overdue_and_time_alone_never_mends_it(order: OrderDates, on: date) -> None:
    found = signal(order, on)
    assert (found.light is L.RED) is is_overdue(order.state, order.due_on, on)
    if found.light is L.RED:
        later = signal(order, on + timedelta(days=1))
        assert (later.light, later.days) == (L.RED, found.days + 1)
    assert found.days >= 0
