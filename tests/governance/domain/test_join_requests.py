"""Who may ask to join a working group, for whom, and which way a request goes."""

import pytest

from bildungsnetz.governance.domain.join_requests import (
    JOIN_STEPS,
    JoinState,
    Standing,
    refuse_asking,
    refuse_institution,
    refuse_taking_requests,
)
from bildungsnetz.governance.domain.preset_shape import BodyKind

S = JoinState


@pytest.mark.parametrize("source", list(S))
@pytest.mark.parametrize("target", list(S))
def test_only_an_open_request_moves(source: JoinState, target: JoinState) -> None:
    allowed = source is S.OPEN and target is not S.OPEN
    assert (JOIN_STEPS.refuse(source, target, "Warum") is None) is allowed


@pytest.mark.parametrize(("target", "needs"), [(S.ACCEPTED, False), (S.REFUSED, True), (S.TAKEN_BACK, False)])
def test_only_a_refusal_needs_words(target: JoinState, *, needs: bool) -> None:
    refusal = JOIN_STEPS.refuse(S.OPEN, target, "  ")
    assert (refusal.code if refusal else "") == ("text_missing" if needs else "")


@pytest.mark.parametrize(
    ("standing", "codes"),
    [
        (Standing(takes_requests=True), []),
        (Standing(takes_requests=False), ["not_open"]),
        (Standing(takes_requests=True, is_active=False), ["not_open"]),
        (Standing(takes_requests=True, is_member=True), ["is_member"]),
        (Standing(takes_requests=True, has_open=True), ["asked_already"]),
        (Standing(takes_requests=True, is_member=True, has_open=True), ["is_member"]),
    ],
)
def test_who_may_ask(standing: Standing, codes: list[str]) -> None:
    assert [refusal.code for refusal in refuse_asking(standing)] == codes


@pytest.mark.parametrize(
    ("chosen", "held", "codes"),
    [
        (None, set(), []),
        (1, {1, 2}, []),
        (None, {1}, ["institution_missing"]),
        (3, {1, 2}, ["foreign_institution"]),
        (3, set(), ["foreign_institution"]),
    ],
)
def test_only_an_own_institution(chosen: int | None, held: set[int], codes: list[str]) -> None:
    assert [refusal.code for refusal in refuse_institution(chosen, held)] == codes


@pytest.mark.parametrize("kind", list(BodyKind))
def test_only_working_groups_take_requests(kind: BodyKind) -> None:
    codes = [refusal.code for refusal in refuse_taking_requests(kind, takes=True)]
    assert codes == ([] if kind is BodyKind.WORKING_GROUP else ["not_a_working_group"])
    assert refuse_taking_requests(kind, takes=False) == []
