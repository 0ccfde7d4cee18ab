"""What changed word by word: nothing is lost between two versions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.minutes_text import Section
from bildungsnetz.governance.domain.text_diff import LineChange
from bildungsnetz.governance.domain.word_diff import Piece, diff_sections, diff_words

SAME, ADDED, REMOVED = LineChange.SAME, LineChange.ADDED, LineChange.REMOVED


def test_words() -> None:
    assert diff_words("Der Fachtag ist im Mai.", "Der Fachtag findet im Juni statt.") == (
        Piece(SAME, "Der Fachtag "),
        Piece(REMOVED, "ist"),
        Piece(ADDED, "findet"),
        Piece(SAME, " im "),
        Piece(REMOVED, "Mai."),
        Piece(ADDED, "Juni statt."),
    )


texts = st.lists(st.sampled_from(["a", "b", "c", " ", "\n\n", "Ü."]), max_size=14).map("".join)


@given(texts, texts)
def test_both_versions_can_be_read_from_the_diff(old: str, new: str) -> None:
    pieces = diff_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.change is not ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.change is not REMOVED) == new
    assert all(piece.text for piece in pieces)


def test_sections_that_came_went_and_stayed() -> None:
    old = (Section("a", "Anwesenheit", ("Drei.",)), Section("b", "TOP 1", ("Weg.",)))
    new = (Section("a", "Anwesenheit", ("Drei.",)), Section("c", "TOP 2", ("Neu.",)))
    found = diff_sections(old, new)
    assert [(part.key, part.heading, part.is_changed) for part in found] == [
        ("a", "Anwesenheit", False),
        ("c", "TOP 2", True),
        ("b", "TOP 1", True),
    ]
    assert found[1].pieces == (Piece(ADDED, "Neu."),)
    assert found[2].pieces == (Piece(REMOVED, "Weg."),)
