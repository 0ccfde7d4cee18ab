"""Counting: by cases and over random ballots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.elections import count, refuse_ballot, refuse_lots

ballots = st.lists(st.sets(st.sampled_from("abcde"), max_size=3), max_size=40)


@pytest.mark.parametrize(
    ("papers", "places", "elected", "tied", "open_places"),
    [
        (["a", "a", "b"], 1, "a", "", 0),
        (["a", "b"], 1, "", "ab", 1),
        (["ab", "ab", "ac", "d"], 2, "ab", "", 0),
        (["a", "a", "b", "c"], 2, "a", "bc", 1),
        (["", ""], 1, "", "", 0),
        ([], 2, "", "", 0),
        (["a"], 2, "a", "", 0),
        (["a", "b", "c"], 2, "", "abc", 2),
    ],
)
def test_who_is_elected(papers: list[str], places: int, elected: str, tied: str, open_places: int) -> None:
    result = count("abcd", papers, places)
    assert (result.elected, result.tied, result.open_places) == (tuple(elected), tuple(tied), open_places)
    assert (result.cast, result.blank) == (len(papers), papers.count(""))


@given(ballots, st.integers(1, 4))
def test_every_vote_counts_once_and_nobody_is_passed_over(papers: list[set[str]], places: int) -> None:
    result = count("abcde", papers, places)
    assert sum(result.votes.values()) == sum(len(paper) for paper in papers)
    assert len(result.elected) + result.open_places <= places
    assert not set(result.elected) & set(result.tied)
    others = [result.votes[key] for key in "abcde" if key not in result.elected]
    if result.elected and others:
        assert min(result.votes[key] for key in result.elected) >= max(others)
    assert all(result.votes[key] for key in (*result.elected, *result.tied))
    assert bool(result.tied) == bool(result.open_places)
    assert count("abcde", list(reversed(papers)), places) == result


@pytest.mark.parametrize(
    ("choices", "code"),
    [
        ("", None),
        ("a", None),
        ("ab", None),
        ("abc", "too_many"),
        ("x", "unknown_candidate"),
        ("aa", "unknown_candidate"),
    ],
)
def test_what_a_ballot_may_hold(choices: str, code: str | None) -> None:
    assert [refusal.code for refusal in refuse_ballot(choices, "abcd", 2)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("drawn", "is_right"), [("b", True), ("c", True), ("", False), ("bc", False), ("a", False), ("d", False)]
)
def test_the_lot_decides_among_equals(drawn: str, is_right: bool) -> None:
    result = count("abcd", ["a", "a", "b", "c"], 2)
    assert (refuse_lots(result, drawn) == []) is is_right
