"""The picture of the overlap report: each body once, each pair in words, names escaped."""

import pytest

from bildungsnetz.governance.exchange.overlap_picture import overlap_svg
from bildungsnetz.governance.models import Body
from bildungsnetz.governance.selectors.who_sits import Double


def double(one: Body, other: Body, percent: int) -> Double:
    return Double(one, other, ["Übergänge"], [], percent)


@pytest.mark.parametrize("count", [2, 3, 12])
def test_every_body_once_and_every_pair_in_words(count: int) -> None:
    bodies = [Body(pk=number, name=f"Gremium {number}") for number in range(count)]
    pairs = [double(bodies[number], bodies[number + 1], 60) for number in range(count - 1)]
    drawn = overlap_svg(pairs)
    assert drawn.count("<circle") == count
    assert drawn.count("<line") == count - 1
    assert "Gremium 0 und Gremium 1: 60 Prozent" in drawn
    assert "style" not in drawn


def test_names_are_escaped_and_long_ones_cut() -> None:
    drawn = overlap_svg([double(Body(pk=1, name="<b>A</b>"), Body(pk=2, name="B" * 60), 75)])
    assert "<b>" not in drawn
    assert "&lt;b&gt;A&lt;/b&gt;" in drawn
    assert f"{'B' * 33}…" in drawn


def test_nothing_to_draw() -> None:
    assert overlap_svg([]) == ""
