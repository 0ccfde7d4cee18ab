"""Forums, codes, contributions and who supports what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.conference_reports import PLAIN_ORDER_STATES
from bildungsnetz.governance.domain.conferences import (
    CODE_LENGTH,
    CODE_LETTERS,
    CONTRIBUTION_STEPS,
    FORUM_STEPS,
    Audience,
    ContributionState,
    ForumState,
    may_resolve,
    plain_code,
    refuse_merge,
    shown_code,
    supporters_of_merged,
    takes_contributions,
)
from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.domain.recommendations import (
    NOT_ADOPTED,
    RecommendationState,
    may_be_public,
    refuse_recommendation_merge,
)

NOW = datetime(2026, 3, 4, 14, tzinfo=UTC)
C, F, R = ContributionState, ForumState, RecommendationState


def test_only_members_resolve() -> None:
    assert [each for each in Audience if may_resolve(each)] == [Audience.MEMBERS]


@pytest.mark.parametrize("source", F)
@pytest.mark.parametrize("target", F)
def test_every_step_of_a_forum(source: ForumState, target: ForumState) -> None:
    allowed = {(F.PREPARED, F.OPEN), (F.OPEN, F.CLOSED), (F.CLOSED, F.OPEN)}
    assert (FORUM_STEPS.refuse(source, target) is None) is ((source, target) in allowed)


@pytest.mark.parametrize("source", C)
@pytest.mark.parametrize("target", C)
def test_every_step_of_a_contribution(source: ContributionState, target: ContributionState) -> None:
    silent = {(C.WAITING, C.SHOWN), (C.REFUSED, C.SHOWN), (C.SHOWN, C.MERGED)}
    explained = {(C.WAITING, C.REFUSED), (C.SHOWN, C.REFUSED)}
    assert (CONTRIBUTION_STEPS.refuse(source, target) is None) is ((source, target) in silent)
    assert (CONTRIBUTION_STEPS.refuse(source, target, "Grund") is None) is (
        (source, target) in silent | explained
    )


@pytest.mark.parametrize(
    ("state", "minutes", "expected"),
    [
        (F.OPEN, 1, True),
        (F.OPEN, 0, False),  # closed at this very moment
        (F.OPEN, -1, False),
        (F.OPEN, None, False),
        (F.PREPARED, 1, False),
        (F.CLOSED, 1, False),
    ],
)
def test_a_code_opens_only_while_it_is_open(state: ForumState, minutes: int | None, expected: bool) -> None:
    closes_at = None if minutes is None else NOW + timedelta(minutes=minutes)
    assert takes_contributions(state, closes_at, NOW) is expected


@given(st.text(alphabet=CODE_LETTERS, min_size=CODE_LENGTH, max_size=CODE_LENGTH))
def test_a_code_is_read_however_it_is_typed(code: str) -> None:
    assert plain_code(shown_code(code)) == code
    assert plain_code(f" {shown_code(code).lower().replace('-', ' – ')} ") == code


def test_merging_contributions() -> None:
    assert refuse_merge([C.SHOWN, C.SHOWN]) == []
    assert [each.code for each in refuse_merge([C.SHOWN])] == ["too_few"]
    assert [each.code for each in refuse_merge([C.SHOWN, C.WAITING])] == ["not_shown"]


@given(st.lists(st.integers(0, 500), max_size=6))
def test_never_more_supporters_than_certain(counts: list[int]) -> None:
    assert supporters_of_merged(counts, None) == max([0, *counts])
    assert supporters_of_merged(counts, 7) == 7


def test_merging_recommendations() -> None:
    for state in R:
        refused = refuse_recommendation_merge([R.COLLECTED, state])
        assert [each.code for each in refused] == ([] if state in NOT_ADOPTED else ["adopted"])
    assert [each.code for each in refuse_recommendation_merge([R.COLLECTED])] == ["too_few"]


def test_what_the_public_never_sees() -> None:
    assert [state for state in R if not may_be_public(state)] == [R.COLLECTED, R.CLUSTERED, R.MERGED]


def test_every_order_has_plain_words() -> None:
    assert set(PLAIN_ORDER_STATES) == set(OrderState)
