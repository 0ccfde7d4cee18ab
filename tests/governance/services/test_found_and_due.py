"""What bodies and recommendations give to the search and to the page "Heute"."""

from datetime import date

import pytest

from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.models import SearchEntry
from bildungsnetz.core.registers.chain import trace
from bildungsnetz.core.registers.my_day import matters_for
from bildungsnetz.core.search import find
from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.services.mandates import end_mandate
from bildungsnetz.governance.services.recommendations import (
    Wording,
    answer_recommendation,
    change_recommendation,
)
from tests.governance import build
from tests.governance.services.test_recommendations import decided, submitted

pytestmark = pytest.mark.django_db


def found(actor: Actor, words: str) -> list[str]:
    return [hit.title for hit in find(words, actor=actor).hits]


def due(actor: Actor) -> list[tuple[str, str, str, date | None]]:
    """What "Heute" shows of bodies and recommendations."""
    kinds = ("Empfehlung", "Besetzung", "Mandat")
    return [
        (matter.group, str(matter.kind), matter.title, matter.due)
        for matter in matters_for(actor, build.NOW)
        if str(matter.kind).startswith(kinds)
    ]


def test_only_those_who_may_see_it_find_a_body() -> None:
    body = build.a_steering_body()
    assert found(build.an_actor("clerk"), "Lenkungskreis") == ["Lenkungskreis"]
    assert found(build.actor_of(build.member(body, "Lang")), "Lenkungskreis") == ["Lenkungskreis"]
    assert found(build.an_actor("member", "body:999"), "Lenkungskreis") == []


def test_a_recommendation_is_found_by_its_new_words_only() -> None:
    kept = build.a_recommendation("Ganztag ausbauen")
    change_recommendation(
        actor=SYSTEM,
        recommendation=kept,
        version=1,
        wording=Wording(title="Schulsozialarbeit stärken"),
        now=build.NOW,
    )
    clerk = build.an_actor("clerk")
    assert (found(clerk, "Schulsozialarbeit"), found(clerk, "Ganztag")) == (["Schulsozialarbeit stärken"], [])
    assert found(build.an_actor("partner"), "Schulsozialarbeit") == []
    assert SearchEntry.objects.filter(kind="governance.recommendation").count() == 1


def test_the_chain_hides_what_the_conference_has_not_adopted() -> None:
    steering, kept = build.a_body(), build.a_recommendation("Ganztag ausbauen")
    assert trace(build.an_actor("member", steering.scope), "governance.recommendation", kept.pk) == []
    assert [link.title for link in trace(build.an_actor("head"), "governance.recommendation", kept.pk)] == [
        "Ganztag ausbauen"
    ]


def test_answers_that_are_due() -> None:
    clerk, conference = build.an_actor("clerk"), build.a_body("education_conference")
    build.a_recommendation("Gesammelt", conference)
    build.a_recommendation("Beschlossen", conference, adopted=True)
    answered = submitted("Entschieden")
    decided(answered, Outcome.ADOPTED)
    shown = [line for line in due(clerk) if line[1].startswith("Empfehlung")]
    assert shown == [
        ("waiting", "Empfehlung: dem Lenkungskreis übergeben", "Beschlossen", None),
        ("waiting", "Empfehlung: Antwort eintragen", "Entschieden", None),
    ]
    answer_recommendation(
        actor=SYSTEM, recommendation=answered, position=RecommendationState.ACCEPTED, now=build.NOW
    )
    assert [line[2] for line in due(clerk) if line[1].startswith("Empfehlung")] == ["Beschlossen"]


def test_seats_to_fill_and_mandates_that_end() -> None:
    body = build.a_steering_body()
    clerk, member = build.an_actor("clerk"), build.actor_of(build.member(body, "Lang"))
    assert (due(clerk), due(member)) == ([], [])
    last_day = date(2026, 4, 30)
    end_mandate(actor=SYSTEM, mandate=build.mandate_of(body, "Weber"), ends_on=last_day, now=build.NOW)
    end_mandate(
        actor=SYSTEM, mandate=build.mandate_of(body, "Kaiser"), ends_on=date(2026, 3, 1), now=build.NOW
    )
    end_mandate(
        actor=SYSTEM, mandate=build.mandate_of(body, "Stadler"), ends_on=date(2026, 12, 31), now=build.NOW
    )
    assert due(clerk) == [
        ("next", "Mandat endet", "Wiebke Weber, Lenkungskreis", last_day),
        ("waiting", "Besetzung prüfen", "Lenkungskreis: 1 Hinweis", None),
    ]
    assert due(member) == []
