"""How words are folded, split and stemmed."""

import pytest

from bildungsnetz.core.search import words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Städte", "staedte"),
        ("GROẞE Straße", "grosse strasse"),
        ("Café", "cafe"),
        ("Mühlenstr. 12", "muehlenstrasse  12"),
        ("ﬁnden", "finden"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert words.fold(text) == folded


def test_a_word_with_hyphens_counts_apart_and_together() -> None:
    assert words.words_of("E-Mail an Kita-Plätze") == [
        "e",
        "mail",
        "email",
        "an",
        "kita",
        "plaetze",
        "kitaplaetze",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("schule", "schulen"),
        ("staedte", "stadt"),
        ("kindergaerten", "kindergarten"),
        ("foerderung", "foerderungen"),
        ("schueler", "schuelern"),
    ],
)
def test_inflections_have_one_stem(one: str, other: str) -> None:
    assert words.stem(one) == words.stem(other)


def test_schueler_is_not_schule() -> None:
    assert words.stem("schueler") != words.stem("schule")


@pytest.mark.parametrize(
    ("word", "root"),
    [("kindergaerten", "kindergaert"), ("bibliotheken", "bibliothek"), ("haan", "haan"), ("ab", "ab")],
)
def test_root(word: str, root: str) -> None:
    assert words.root(word) == root


def test_terms_are_words_and_marked_stems() -> None:
    assert words.terms_of("Neue Schulen", "Schulen") == "=neu =schul neue schulen"
