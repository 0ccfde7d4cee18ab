"""Two people changed the same minutes."""

from bildungsnetz.governance.domain.minutes_merge import MergedSection, fingerprint, merge
from bildungsnetz.governance.domain.minutes_text import Section, paragraphs_of
from bildungsnetz.governance.domain.text_diff import DiffLine, LineChange

SAVED = (Section("a", "A", ("eins", "zwei")),)
SHOWN = fingerprint("eins\n\nzwei")


def test_fingerprints_know_paragraphs_not_line_ends() -> None:
    assert fingerprint("eins\r\n\r\n  zwei \n\n") == SHOWN
    assert len(SHOWN) == 16
    assert fingerprint("eins zwei") != SHOWN


def test_nobody_changed_anything() -> None:
    assert merge(SAVED, {"a": "eins\n\nzwei"}, {"a": SHOWN}) == (
        MergedSection("a", "eins\n\nzwei", "eins\n\nzwei"),
    )


def test_a_section_that_was_not_sent_stays() -> None:
    assert merge(SAVED, {}, {}) == (MergedSection("a", "eins\n\nzwei", "eins\n\nzwei"),)


def test_only_the_other_person_changed_it() -> None:
    assert merge(SAVED, {"a": "alt"}, {"a": fingerprint("alt")}) == (
        MergedSection("a", "eins\n\nzwei", "eins\n\nzwei", taken_over=True),
    )


def test_only_i_changed_it() -> None:
    assert merge(SAVED, {"a": "meins"}, {"a": SHOWN}) == (MergedSection("a", "meins", "eins\n\nzwei"),)


def test_both_changed_it_alike() -> None:
    assert merge(SAVED, {"a": "eins\n\nzwei"}, {"a": fingerprint("alt")})[0].clashes is False


def test_both_changed_it() -> None:
    (merged,) = merge(SAVED, {"a": "eins\n\ndrei"}, {"a": fingerprint("alt")})
    assert (merged.text, merged.saved, merged.clashes) == ("eins\n\ndrei", "eins\n\nzwei", True)
    assert merged.lines == (
        DiffLine(LineChange.SAME, "eins"),
        DiffLine(LineChange.SAME, ""),
        DiffLine(LineChange.REMOVED, "zwei"),
        DiffLine(LineChange.ADDED, "drei"),
    )


def test_paragraphs_of_a_typed_text() -> None:
    assert paragraphs_of("eins\r\nnoch eins\r\n\r\n\r\n zwei\r\rdrei ") == ("eins\nnoch eins", "zwei", "drei")
    assert paragraphs_of(" \n ") == ()
