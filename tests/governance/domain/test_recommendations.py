"""No recommendation vanishes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.recommendations import (
    POSITIONS,
    RECOMMENDATION_STEPS,
    NumberedRecommendation,
    RecommendationState,
    has_position,
    may_go_on_agenda,
    positions_after,
    refuse_report,
)

S = RecommendationState
WITHOUT_TEXT = {
    (S.COLLECTED, S.CLUSTERED),
    (S.COLLECTED, S.MERGED),
    (S.CLUSTERED, S.MERGED),
    (S.CLUSTERED, S.ADOPTED),
    (S.ADOPTED, S.SUBMITTED),
    (S.SUBMITTED, S.ACCEPTED),
}
WITH_TEXT = {(S.SUBMITTED, state) for state in POSITIONS[1:]} | {
    (state, S.REPORTED_BACK) for state in POSITIONS
}


@pytest.mark.parametrize("source", S)
@pytest.mark.parametrize("target", S)
def test_every_pair_of_states(source: RecommendationState, target: RecommendationState) -> None:
    silent, explained = (RECOMMENDATION_STEPS.refuse(source, target, text) for text in ("", "Begründung"))
    assert (silent is None) is ((source, target) in WITHOUT_TEXT)
    assert (explained is None) is ((source, target) in WITHOUT_TEXT | WITH_TEXT)


def test_positions_and_agenda() -> None:
    assert [state for state in S if has_position(state)] == [*POSITIONS, S.REPORTED_BACK]
    assert [state for state in S if may_go_on_agenda(state)] == [S.SUBMITTED]
    assert [state for state in S if RECOMMENDATION_STEPS.is_final(state)] == [S.REPORTED_BACK, S.MERGED]


def test_report_names_what_waits() -> None:
    rows = [
        NumberedRecommendation("BK7-1", S.SUBMITTED),
        NumberedRecommendation("BK7-2", S.REJECTED),
        NumberedRecommendation("BK7-3", S.ADOPTED),
        NumberedRecommendation("BK7-4", S.CLUSTERED),
    ]
    assert [str(refusal.text) for refusal in refuse_report(rows)] == [
        "Ohne Position des Lenkungskreises: BK7-1, BK7-3."
    ]
    assert refuse_report(rows[1:2]) == []


@given(st.lists(st.sampled_from(S), max_size=20))
def test_nothing_adopted_reaches_the_report_back_without_a_position(tries: list[RecommendationState]) -> None:
    path = [S.ADOPTED]
    for target in tries:
        if RECOMMENDATION_STEPS.refuse(path[-1], target, "Begründung") is None:
            path.append(target)
    assert S.REPORTED_BACK not in path or len(set(POSITIONS) & set(path)) == 1


@pytest.mark.parametrize(
    ("outcomes", "positions"),
    [
        ([], ()),
        ([Outcome.DEFERRED], ()),
        ([Outcome.ADOPTED], POSITIONS),
        ([Outcome.DEFERRED, Outcome.ADOPTED_WITH_RESERVATION], POSITIONS),
        ([Outcome.NO_CONSENSUS], (S.REJECTED, S.REFERRED)),
        ([Outcome.NOTED], (S.REJECTED, S.REFERRED)),
    ],
)
def test_positions_follow_from_decisions(
    outcomes: list[Outcome], positions: tuple[RecommendationState, ...]
) -> None:
    assert positions_after(outcomes) == positions
