"""A body with ten years of sessions and one with 300 members: a fixed, small number of queries."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Body, Deputyship, Mandate, Session
from bildungsnetz.governance.selectors.body_record import occupancy, record_of
from bildungsnetz.governance.selectors.seats import composition
from bildungsnetz.governance.selectors.vacancies import gaps
from bildungsnetz.network.api import Person
from tests.governance import build
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
AtMost = Callable[..., AbstractContextManager[None]]
MOST = 15


def people(count: int) -> list[Person]:
    return Person.objects.bulk_create(
        Person(first_name="Ada", last_name=f"Name{number:03}", entered_at=build.NOW)
        for number in range(count)
    )


@pytest.fixture
def ten_years() -> Body:
    """60 sessions, each seat given anew every year for ten years, a deputy for each mandate."""
    body = build.a_body()
    Session.objects.bulk_create(
        Session(
            body=body, number=number + 1, state=SessionState.ARCHIVED,
            starts_at=datetime(2016, 1, 13, 13, tzinfo=UTC) + timedelta(days=60 * number),
            ends_at=datetime(2016, 1, 13, 15, tzinfo=UTC) + timedelta(days=60 * number),
        )
        for number in range(60)
    )  # fmt: skip
    holders = iter(people(220))
    rows = [row for row in body.seat_rules.all() for _ in range(row.maximum)]
    held = Mandate.objects.bulk_create(
        Mandate(seat_rule=row, person=next(holders), starts_on=date(year, 1, 1), ends_on=date(year, 12, 31))
        for year in range(2016, 2026)
        for row in rows
    )
    Deputyship.objects.bulk_create(
        Deputyship(mandate=mandate, person=next(holders), starts_on=mandate.starts_on) for mandate in held
    )
    return body


@pytest.fixture
def three_hundred() -> Body:
    """A Bildungskonferenz with 300 people on the seats of schools, twenty more than it may have on all of them."""
    body = build.a_body("education_conference")
    seat = build.seat(body, "schulen")
    Mandate.objects.bulk_create(
        Mandate(seat_rule=seat, person=person, starts_on=build.START) for person in people(300)
    )
    return body


@pytest.mark.parametrize("day", [date(2016, 1, 1), date(2020, 6, 30), date(2025, 12, 31)])
def test_the_composition_of_ten_years(
    ten_years: Body, django_assert_max_num_queries: AtMost, day: date
) -> None:
    with django_assert_max_num_queries(MOST):
        assert composition(ten_years, day).is_in_order
    with django_assert_max_num_queries(MOST):
        assert len(occupancy(record_of(ten_years, day)).members) == 11
    with django_assert_max_num_queries(MOST):
        assert [gap.what for gap in gaps(SYSTEM, on=day)][:2] == ["Vorsitz", "Vorsitz"]


def test_the_page_of_ten_years(
    ten_years: Body, client: Client, django_assert_max_num_queries: AtMost
) -> None:
    signed_in(client, "clerk")
    with django_assert_max_num_queries(MOST):
        answer = client.get(reverse("governance:body", args=[ten_years.pk]) + "?am=2020-06-30")
    assert answer.status_code == 200
    assert len(answer.context["other_mandates"]) == 99


def test_three_hundred_members(
    three_hundred: Body, client: Client, django_assert_max_num_queries: AtMost
) -> None:
    signed_in(client, "clerk")
    with django_assert_max_num_queries(MOST):
        filled = composition(three_hundred, build.TODAY)
    assert (filled.total.filled, filled.total.maximum, filled.findings[2].surplus) == (300, 250, 220)
    with django_assert_max_num_queries(MOST):
        answer = client.get(reverse("governance:body", args=[three_hundred.pk]) + "?seite=6")
    page = answer.content.decode()
    assert "251 bis 300 von 300" in page
    assert page.count("Ada Name") == 50
    for name in ("open-seats", "who-sits-where"):
        with django_assert_max_num_queries(MOST):
            assert client.get(reverse(f"governance:{name}")).status_code == 200
