"""The seats of a day, as the rules of attendance and consensus read them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from bildungsnetz.governance.domain.attendance import HeldSeat
from bildungsnetz.governance.domain.chairs import ChairSeat
from bildungsnetz.governance.selectors.seats import chair_seats, consensus_sides, held_seats, people_of
from tests.governance import build

pytestmark = pytest.mark.django_db


def test_seats_of_a_filled_body() -> None:
    body = build.a_steering_body()
    winter, herbst = build.member(body, "Winter"), build.member(body, "Herbst")
    seats = held_seats(body, build.TODAY)
    assert [seat.side for seat in seats] == ["land"] * 2 + ["kommune"] * 2 + ["schulen"] * 2 + [
        "bildungsbuero"
    ] * 2
    assert seats[0] == HeldSeat(
        str(build.mandate_of(body, "Winter").pk), "land", str(winter.pk), (str(herbst.pk),), advisory=False
    )
    assert chair_seats(body, build.TODAY) == [
        ChairSeat("land", str(winter.pk), (str(herbst.pk),), str(build.mandate_of(body, "Winter").pk)),
        ChairSeat(
            "kommune",
            str(build.member(body, "Kaiser").pk),
            (str(build.member(body, "Krause").pk),),
            str(build.mandate_of(body, "Kaiser").pk),
        ),
    ]
    assert consensus_sides(body) == ("land", "kommune")
    assert [person.last_name for person in people_of(body, build.TODAY)] == [
        "Berger", "Busch", "Herbst", "Kaiser", "Krause", "Lang", "Stadler", "Weber", "Winter", "Wolf",
    ]  # fmt: skip


def test_nobody_sits_there_before_the_mandates_start() -> None:
    body = build.a_steering_body()
    before = date(2024, 12, 31)
    assert (held_seats(body, before), chair_seats(body, before), people_of(body, before)) == ([], [], [])


def test_deputies_in_their_order_and_only_those_of_the_day() -> None:
    body = build.a_body()
    mandate = build.a_mandate(body, "kreis")
    first, gone = build.a_deputy(mandate), build.a_deputy(mandate, ends_on=date(2025, 12, 31))
    late = build.a_deputy(mandate, starts_on=date(2026, 1, 1))
    assert [first.rank, gone.rank, late.rank] == [1, 2, 2]
    deputies = held_seats(body, build.TODAY)[0].deputy_keys
    assert deputies == (str(first.person_id), str(late.person_id))


def test_reading_seats_has_a_fixed_price(
    django_assert_num_queries: Callable[..., AbstractContextManager[None]],
) -> None:
    body = build.a_steering_body()
    with django_assert_num_queries(3):
        held_seats(body, build.TODAY)
    with django_assert_num_queries(2):
        chair_seats(body, build.TODAY)
