"""Who speaks for a side and who approves."""

from __future__ import annotations

import pytest

from bildungsnetz.governance.domain.chairs import (
    ChairSeat,
    approvers_by_side,
    sides_without,
    speakers_by_side,
)

LAND = ChairSeat("land", "lena", ("lars", "lia"))
KOMMUNE = ChairSeat("kommune", "karl", ("kim",))


@pytest.mark.parametrize(
    ("present", "land", "kommune"),
    [
        ({"lena", "lars", "karl"}, {"lena"}, {"karl"}),
        ({"lars", "lia", "kim"}, {"lars", "lia"}, {"kim"}),
        ({"karl", "somebody"}, set(), {"karl"}),
        (set(), set(), set()),
    ],
)
def test_deputies_speak_only_while_the_chair_is_absent(
    present: set[str], land: set[str], kommune: set[str]
) -> None:
    assert speakers_by_side((LAND, KOMMUNE), present) == {"land": land, "kommune": kommune}


def test_deputies_may_approve() -> None:
    assert approvers_by_side((LAND, KOMMUNE)) == {"land": {"lena", "lars", "lia"}, "kommune": {"karl", "kim"}}


def test_sides_without_anybody() -> None:
    assert sides_without(("land", "kommune"), speakers_by_side((LAND, KOMMUNE), {"kim"})) == ("land",)
    assert sides_without(("land",), {}) == ("land",)
