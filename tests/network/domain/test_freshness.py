from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain.entry import InstitutionEntry
from bildungsnetz.network.domain.freshness import is_unconfirmed, months_before, share
from bildungsnetz.network.domain.proposals import (
    OPEN,
    OWN,
    changes_from,
    differences,
    proposable,
    with_accepted,
)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 4), 12, date(2025, 3, 4)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 6, 30), 18, date(2024, 12, 30)),
        (date(2026, 12, 31), 6, date(2026, 6, 30)),
    ],
)
def test_months_before(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 40), st.integers(0, 40))
def test_more_months_lie_earlier(day: date, few: int, more: int) -> None:
    assert months_before(day, few + more) <= months_before(day, few) <= day


@pytest.mark.parametrize(
    ("known", "late"), [(date(2025, 3, 4), False), (date(2025, 3, 3), True), (date(2026, 3, 4), False)]
)
def test_the_badge_comes_after_twelve_months(known: date, late: bool) -> None:
    assert is_unconfirmed(known, date(2026, 3, 4)) is late


@pytest.mark.parametrize(
    ("confirmed", "total", "per_cent"), [(0, 0, None), (199, 200, 99), (3, 3, 100), (0, 5, 0)]
)
def test_the_share_is_rounded_down(confirmed: int, total: int, per_cent: int | None) -> None:
    assert share(confirmed, total) == per_cent


def test_what_an_institution_may_propose() -> None:
    assert proposable(is_official=True) == OWN
    assert proposable(is_official=False) == OPEN


def test_only_what_differs_is_a_change_and_only_what_is_accepted_is_taken() -> None:
    entry = InstitutionEntry(name="Haus", kind="museum", municipality=1, phone="02129 1", city="Haan")
    changes = changes_from(
        entry, {"phone": "02129 2", "city": "Haan", "email": "neu@haan.example", "kind": "x"}
    )
    assert changes == {"phone": "02129 2", "email": "neu@haan.example"}
    after = with_accepted(entry, {**changes, "kind": "school"}, ["phone", "kind", "street"])
    assert (after.phone, after.email, after.kind) == ("02129 2", entry.email, entry.kind)


def test_differences_are_told_in_the_order_of_the_form() -> None:
    told = differences(
        {"phone": "1", "name": "A", "city": "Haan"}, {"city": "Haan", "name": "B", "phone": ""}
    )
    assert [(each.field, each.before, each.after) for each in told] == [
        ("name", "A", "B"),
        ("phone", "1", "–"),
    ]
