"""Issue 3, numbers: with ten years of work the pages of a body need at most 15 queries."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bildungsnetz.governance.models import AgendaItem, Decision, Session
from tests.performance.ten_years import PAGES, a_body_of_ten_years
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
MOST = 15


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("role", ["head", "clerk", "co_chair", "member"])
def test_pages_of_ten_years_need_few_queries(client: Client, role: str) -> None:
    body = a_body_of_ten_years()
    assert (Session.objects.count(), AgendaItem.objects.count(), Decision.objects.count()) == (60, 900, 700)
    signed_in(client, role, "" if role in {"head", "clerk"} else body.scope)
    asked = {name: queries(client, page(body)) for name, page in PAGES.items()}
    assert {name: count for name, count in asked.items() if count > MOST} == {}


def test_the_composition_check_of_a_body_with_a_history(client: Client) -> None:
    body = a_body_of_ten_years(sessions=12, decisions=100)
    signed_in(client, "clerk")
    assert queries(client, reverse("governance:body", args=[body.pk])) <= MOST
    assert queries(client, reverse("governance:body", args=[body.pk]) + "?stichtag=2025-06-01") <= MOST
