"""The search over all decisions: by stems, with rights, filtered."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.search import find
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, BodySide, Decision, Recommendation
from bildungsnetz.network.models import FieldOfAction
from tests.governance import build, results
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
Queries = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def decided() -> list[Decision]:
    """Two open decisions and a confidential one of the same session."""
    session = results.a_running_session()
    return [
        results.a_decision(session, "Ganztag", wording="Die Schulleitungen erhalten Fortbildungen."),
        results.a_decision(session, "Sprache", wording="In vier Städten entstehen Sprachgruppen."),
        results.a_decision(
            session, "Personalie", wording="Die Fortbildungsstelle ist besetzt.", visibility=Visibility.OFFICE
        ),
    ]


def titles(client: Client, query: str) -> list[str]:
    rows = client.get(reverse("governance:decisions") + query).context["rows"]
    return sorted(decision.item.title for decision, *_rest in rows)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?q=fortbildung", ["Ganztag"]),  # plural in the text
        ("?q=schulleitung", ["Ganztag"]),
        ("?q=sprachgruppe+stadt", ["Sprache"]),
        ("?q=Sprachgrupen", ["Sprache"]),  # a slip of the pen
        ("?q=nirgendwo", []),
        ("?q=fortbildung+1/2026", ["Ganztag"]),
        ("?q=fortbildung+2/2026", []),
        ("?von=2026-03-04&bis=2026-03-04", ["Ganztag", "Sprache"]),
        ("?von=2026-03-05", []),
        ("?bis=2026-03-03", []),
        ("?von=unsinn", ["Ganztag", "Sprache"]),
    ],
)
def test_members_search_what_they_may_read(
    client: Client, decided: list[Decision], query: str, expected: list[str]
) -> None:
    client.force_login(build.member(decided[0].body, "Weber").user)
    assert titles(client, query) == expected


def test_confidential_decisions_are_found_by_their_readers_only(decided: list[Decision]) -> None:
    member = build.actor_of(build.member(decided[0].body, "Weber"))
    chair = build.actor_of(build.member(decided[0].body, "Winter"))
    assert [
        hit.title for hit in find("Fortbildungsstelle", actor=member).hits if hit.title == "Personalie"
    ] == []
    assert "Personalie" in [hit.title for hit in find("Fortbildungsstelle", actor=chair).hits]
    assert find("Fortbildungen", actor=PUBLIC).total == 0


def test_by_side_and_field_of_action(client: Client, decided: list[Decision]) -> None:
    first, second, _hidden = decided
    field = FieldOfAction.objects.create(name="Sprachbildung", position=1)
    asked = build.a_recommendation("Sprache stärken", adopted=True)
    Recommendation.objects.filter(pk=asked.pk).update(field_of_action=field)
    AgendaItem.objects.filter(pk=second.item_id).update(recommendation=asked)
    land = BodySide.objects.get(body=first.body, key="land")
    AgendaItem.objects.filter(pk=first.item_id).update(submitted_by=land)
    signed_in(client, "scientific")
    assert titles(client, f"?handlungsfeld={field.pk}") == ["Sprache"]
    assert titles(client, f"?seite={land.name}") == ["Ganztag"]


def test_a_search_costs_at_most_fifteen_queries(client: Client, decided: list[Decision]) -> None:
    signed_in(client, "head")
    with CaptureQueriesContext(
        connection,
    ) as counted:
        assert titles(client, "?q=fortbildung&jahr=2026&von=2026-01-01") == ["Ganztag", "Personalie"]
    assert len(counted) <= 15
