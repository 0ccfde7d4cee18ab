"""A body with ten years behind it: 60 sessions, 900 items, 700 decisions."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import AgendaItem, Decision, Session
from tests.governance import build
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
Queries = Callable[..., AbstractContextManager[None]]
SESSIONS, ITEMS, DECISIONS = 60, 15, 700


def ten_years() -> Session:
    """Gives the latest session; the rows are written at once, the services would take minutes."""
    body = build.a_steering_body()
    begin = datetime(2016, 4, 6, 12, tzinfo=UTC)
    sessions = Session.objects.bulk_create(
        Session(
            body=body,
            number=number + 1,
            state="archived" if number + 1 < SESSIONS else "held",
            starts_at=begin + timedelta(days=60 * number),
            ends_at=begin + timedelta(days=60 * number, hours=2),
            invited_at=begin,
        )
        for number in range(SESSIONS)
    )
    items = AgendaItem.objects.bulk_create(
        AgendaItem(
            session=session,
            position=number,
            number=number + 1,
            title=f"Punkt {number + 1}",
            kind="decision",
            state="postponed" if number == 0 else "treated",
            added_at=begin,
        )
        for session in sessions
        for number in range(ITEMS)
    )
    Decision.objects.bulk_create(
        Decision(
            item=item,
            body=body,
            year=item.session.starts_at.year,
            number=number + 1,
            wording="So geschieht es.",
            rule="consensus_sides",
            outcome="adopted",
            decided_on=item.session.starts_at.date(),
            recorded_at=begin,
        )
        for number, item in enumerate(items[-DECISIONS:])
    )
    return sessions[-1]


@pytest.mark.parametrize("role", ["clerk", "head"])
def test_the_page_of_its_session_costs_at_most_fifteen_queries(
    client: Client, django_assert_max_num_queries: Queries, role: str
) -> None:
    session = ten_years()
    assert (AgendaItem.objects.count(), Decision.objects.count()) == (SESSIONS * ITEMS, DECISIONS)
    signed_in(client, role)
    with django_assert_max_num_queries(15):
        assert client.get(reverse("governance:session", args=[session.pk])).status_code == 200
    Session.objects.filter(pk=session.pk).update(state="planned", invited_at=None)
    with django_assert_max_num_queries(15):
        assert client.get(reverse("governance:session", args=[session.pk])).status_code == 200
