"""Hearing of cities: where it stands, when a decision may be taken, when an answer counts."""

from datetime import date

import pytest

from bildungsnetz.governance.domain.hearing import (
    HearingState,
    RoundFacts,
    hearing_state,
    refuse_deciding,
    refuse_opinion,
    refuse_round,
    text_key,
)

S = HearingState
DUE, BEFORE, AFTER = date(2026, 3, 20), date(2026, 3, 20), date(2026, 3, 21)


@pytest.mark.parametrize(
    ("rounds", "waived", "state"),
    [
        ([], "", S.MISSING),
        ([RoundFacts("now")], "", S.RUNNING),
        ([RoundFacts("now", is_over=True)], "", S.HEARD),
        ([RoundFacts("old", is_over=True)], "", S.OUTDATED),
        ([RoundFacts("now", is_over=True, is_revoked=True)], "", S.OUTDATED),
        ([RoundFacts("old", is_over=True), RoundFacts("now")], "", S.RUNNING),
        ([], "now", S.WAIVED),
        ([], "old", S.OUTDATED),
        ([RoundFacts("now")], "now", S.WAIVED),
        ([RoundFacts("now", is_over=True)], "now", S.HEARD),
    ],
)
def test_where_it_stands(rounds: list[RoundFacts], waived: str, state: HearingState) -> None:
    assert hearing_state("now", rounds, waived) is state


@pytest.mark.parametrize(
    ("state", "codes"),
    [
        (None, []),
        (S.HEARD, []),
        (S.WAIVED, []),
        (S.MISSING, ["cities_not_heard"]),
        (S.RUNNING, ["cities_not_heard"]),
        (S.OUTDATED, ["cities_not_heard"]),
    ],
)
def test_when_a_decision_may_be_taken(state: HearingState | None, codes: list[str]) -> None:
    assert [refusal.code for refusal in refuse_deciding(state)] == codes


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"state": S.MISSING, "due_on": AFTER}, []),
        ({"state": S.OUTDATED, "due_on": AFTER}, []),
        ({"state": S.RUNNING, "due_on": AFTER}, ["round_running"]),
        ({"state": S.MISSING, "due_on": BEFORE}, ["due_too_early"]),
        ({"state": S.MISSING, "due_on": AFTER, "is_closed": True}, ["item_closed"]),
    ],
)
def test_when_cities_may_be_asked(facts: dict[str, object], codes: list[str]) -> None:
    asked = {"today": BEFORE, "is_closed": False, **facts}
    assert [refusal.code for refusal in refuse_round(**asked)] == codes  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({}, []),
        ({"answer": "agrees"}, []),
        ({"answer": "none"}, []),
        ({"answer": "concerns", "text": "Zu teuer."}, []),
        ({"answer": "concerns", "text": " "}, ["text_missing"]),
        ({"today": AFTER}, ["over"]),
        ({"is_decided": True}, ["decided"]),
        ({"is_revoked": True, "today": AFTER}, ["revoked"]),
    ],
)
def test_when_an_answer_counts(facts: dict[str, object], codes: list[str]) -> None:
    given = {"is_revoked": False, "is_decided": False, "due_on": DUE, "today": BEFORE, **facts}
    assert [refusal.code for refusal in refuse_opinion(**given)] == codes  # type: ignore[arg-type]


def test_only_what_matters_makes_another_text() -> None:
    first = text_key("Titel", "Worum  es geht", "Beschluss", "10 Euro", [2, 1])
    assert first == text_key("Titel ", "Worum es\ngeht", "Beschluss", "10 Euro", [1, 2])
    others = [
        text_key("Titel", "Worum es geht", "Anderer Beschluss", "10 Euro", [1, 2]),
        text_key("Titel", "Worum es geht", "Beschluss", "20 Euro", [1, 2]),
        text_key("Titel", "Worum es geht", "Beschluss", "10 Euro", [1]),
    ]
    assert first not in others
