"""Which bodies are double structures."""

from __future__ import annotations

import pytest

from bildungsnetz.governance.domain.overlap import Overlap, Staffing, overlaps

SPRACHE, DIGITAL = "sprache", "digital"


def body(key: str, topics: set[str], people: str) -> Staffing:
    return Staffing(key, frozenset(topics), frozenset(people))


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        (body("a", {SPRACHE}, "abcd"), body("b", {SPRACHE}, "abcxyz"), 75),
        (body("a", {SPRACHE, DIGITAL}, "ab"), body("b", {SPRACHE}, "abcdef"), 100),
        (
            body("a", {SPRACHE}, "abcd"),
            body("b", {SPRACHE}, "abxyz"),
            None,
        ),  # exactly half is not more than half
        (body("a", {SPRACHE}, "abcd"), body("b", {DIGITAL}, "abcd"), None),
        (body("a", set(), "abcd"), body("b", set(), "abcd"), None),
        (body("a", {SPRACHE}, ""), body("b", {SPRACHE}, ""), None),
    ],
)
def test_same_topic_and_more_than_half_of_the_smaller(
    one: Staffing, other: Staffing, percent: int | None
) -> None:
    assert [each.percent for each in overlaps([one, other])] == ([] if percent is None else [percent])


def test_the_most_in_common_comes_first_and_says_what() -> None:
    found = overlaps(
        [body("a", {SPRACHE}, "abc"), body("b", {SPRACHE}, "abx"), body("c", {SPRACHE, DIGITAL}, "abc")]
    )
    assert found[0] == Overlap("a", "c", frozenset({SPRACHE}), frozenset("abc"), 100)
    assert [(each.one, each.other, each.percent) for each in found[1:]] == [("a", "b", 66), ("b", "c", 66)]
