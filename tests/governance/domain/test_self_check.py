"""The self-check: nobody can be recognised in its result."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.self_check import (
    FEWEST,
    KEYS,
    STATEMENTS,
    Category,
    evaluate,
    is_running,
    may_show,
    refuse_answer,
    refuse_span,
)

OPENS, CLOSES = date(2026, 3, 4), date(2026, 3, 25)
ANSWERS = st.lists(st.dictionaries(st.sampled_from(sorted(KEYS)), st.integers(1, 4)), max_size=12)


def test_four_categories_with_as_many_statements() -> None:
    found = [sum(each.category == category for each in STATEMENTS) for category in Category]
    assert (found, len(KEYS)) == ([4, 4, 4, 4], len(STATEMENTS))


@pytest.mark.parametrize(("days", "expected"), [(-1, False), (0, True), (21, True), (22, False)])
def test_answers_count_from_the_first_to_the_last_day(days: int, expected: bool) -> None:
    assert is_running(OPENS, CLOSES, OPENS + timedelta(days=days)) is expected


@pytest.mark.parametrize(
    ("answers", "days_after", "expected"), [(5, 1, True), (4, 1, False), (5, 0, False), (50, -1, False)]
)
def test_the_result_waits_for_the_end_and_for_five(answers: int, days_after: int, expected: bool) -> None:
    assert may_show(answers, CLOSES, CLOSES + timedelta(days=days_after)) is expected


@pytest.mark.parametrize(("days", "codes"), [(0, ["ends_early"]), (1, []), (60, []), (61, ["ends_late"])])
def test_how_long_it_runs(days: int, codes: list[str]) -> None:
    assert [each.code for each in refuse_span(OPENS, OPENS + timedelta(days=days))] == codes


@pytest.mark.parametrize(
    ("answer", "codes"),
    [({}, ["empty"]), ({"goals": 4}, []), ({"goals": 5}, ["unknown"]), ({"salary": 1}, ["unknown"])],
)
def test_what_an_answer_is(answer: dict[str, int], codes: list[str]) -> None:
    assert [each.code for each in refuse_answer(answer)] == codes


def test_means_and_counts() -> None:
    answers = [{"goals": rating, "data": 1} for rating in (1, 2, 4, 4, 4)] + [{"data": 3}]
    strategy = evaluate(answers)[0]
    goals, _priorities, data, recommendations = strategy.statements
    assert (goals.counts, goals.mean) == ((1, 1, 0, 3), 3.0)
    assert (data.counts, data.mean, recommendations.mean) == ((5, 0, 1, 0), 1.33, None)
    assert strategy.mean == 2.09  # eleven judgements: 15 and 8 points


@given(ANSWERS)
def test_no_statement_shows_fewer_than_five(answers: list[dict[str, int]]) -> None:
    for category in evaluate(answers):
        for row in category.statements:
            given_ratings = sum(row.statement.key in answer for answer in answers)
            assert (row.mean is None) is (given_ratings < FEWEST)
            assert sum(row.counts) == (given_ratings if row.mean is not None else 0)


@given(ANSWERS)
def test_the_order_of_the_answers_says_nothing(answers: list[dict[str, int]]) -> None:
    assert evaluate(answers) == evaluate(answers[::-1])
