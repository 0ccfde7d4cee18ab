"""Nothing is lost between two versions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.text_diff import DiffLine, LineChange, diff_lines


def test_lines() -> None:
    assert diff_lines("Punkt 1\nPunkt 2\nPunkt 3", "Punkt 1\nPunkt zwei\nPunkt 3\nPunkt 4") == (
        DiffLine(LineChange.SAME, "Punkt 1"),
        DiffLine(LineChange.REMOVED, "Punkt 2"),
        DiffLine(LineChange.ADDED, "Punkt zwei"),
        DiffLine(LineChange.SAME, "Punkt 3"),
        DiffLine(LineChange.ADDED, "Punkt 4"),
    )


texts = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12).map("\n".join)


@given(texts, texts)
def test_both_versions_can_be_read_from_the_diff(old: str, new: str) -> None:
    lines = diff_lines(old, new)
    assert [line.text for line in lines if line.change is not LineChange.ADDED] == old.splitlines()
    assert [line.text for line in lines if line.change is not LineChange.REMOVED] == new.splitlines()
