"""The same questions find the same things in the same order on both databases."""

import pytest
from django.utils.translation import override

from bildungsnetz.core import search
from bildungsnetz.core.actor import PUBLIC, SYSTEM
from tests.core.search import corpus

HAAN = ["Lindenhofschule Haan", "Schule am Mühlenteich Haan", "St.-Barbara-Schule Haan", "Haaner Runde"]


def titles(text: str) -> list[str]:
    return [hit.title for hit in search.find(text, actor=PUBLIC).hits]


def everywhere(title: str) -> set[str]:
    return {f"{title} {city}" for city in corpus.CITIES}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grundschule Haan", HAAN),
        ("haan GRUNDSCHULEN", HAAN),
        ("Grundschulen in Haan", HAAN),
        ("Gymnasien Ratingen", ["Käthe-Lerche-Gymnasium Ratingen"]),
        ("lerche gymnasium langenfeld", ["Käthe-Lerche-Gymnasium Langenfeld"]),
        ("Kindertagesstätten Wuelfrath", ["Kita Wirbelwind Wülfrath"]),
        ("st barbara erkrath", ["St.-Barbara-Schule Erkrath"]),
        ("Mühlenstraße Haan", ["Schule am Mühlenteich Haan"]),
        ("muehlenstr. Haan", ["Schule am Mühlenteich Haan"]),
        ("email", ["E-Mail-Werkstatt"]),
        ("E-Mail", ["E-Mail-Werkstatt"]),
        ("zebracafe", ["Zebra-Café"]),
        ("Berufskollegs Technik Velbert", ["Berufskolleg Technik Velbert"]),
        ("Xylophonkäufe", ["Vorlage Zukunftswerkstatt"]),
        ("Gymn Haan", ["Käthe-Lerche-Gymnasium Haan"]),
    ],
)
def test_every_word_in_any_inflection(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Förderung", everywhere("Fachstelle Sprachförderung")),
        ("Förderungen", everywhere("Fachstelle Sprachförderung")),
        ("blauweiß", everywhere("Sportverein Blau-Weiß")),
        ("Bibliotheken Monheim", {"Stadtbibliothek Monheim am Rhein"}),
        ("kolleg Haan", {"Berufskolleg Technik Haan"}),
    ],
)
def test_compounds(text: str, found: set[str]) -> None:
    hits = search.find(text, actor=PUBLIC)
    assert ({hit.title for hit in hits.hits}, hits.total, hits.forgiving) == (found, len(found), False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grundschle Haan", HAAN),
        ("Gymansium Ratigen", ["Käthe-Lerche-Gymnasium Ratingen"]),
        ("Förderung Ratigen", ["Fachstelle Sprachförderung Ratingen"]),
        (
            "Grundschullen Langenfelt",
            [
                "Lindenhofschule Langenfeld",
                "Schule am Mühlenteich Langenfeld",
                "St.-Barbara-Schule Langenfeld",
            ],
        ),
        ("Lenkungskriese", ["Vorlage Zukunftswerkstatt", "Protokoll der 3. Sitzung"]),
    ],
)
def test_typing_errors(text: str, found: list[str]) -> None:
    hits = search.find(text, actor=PUBLIC)
    assert hits.forgiving
    assert {hit.title for hit in hits.hits} == set(found)


def test_a_slip_in_a_number_is_another_number() -> None:
    assert titles("Protokoll 4. Sitzung") == []


def test_pupils_are_not_schools() -> None:
    assert set(titles("Schüler")) == everywhere("Elternverein") | {"Schülerakademie"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "!!!",
        "\"'",
        "AND OR NOT",
        "NEAR(haan hilden)",
        "*",
        "haan*",
        "'' \\ :* & | ! <->",
        "\x00haan",
        "%",
        "_",
        "der die das",
        "ö" * 10_000,
        "a " * 5_000,
        "🎓",
        "مدرسة",
        "=schul",
        "haan) OR (hilden",
        "ꟊ Ꟶ 𞤀",
    ],
)
def test_no_text_is_an_error(text: str) -> None:
    hits = search.find(text, actor=PUBLIC)
    assert len(hits.hits) == min(hits.total, 50)
    assert search.find_keys(text, corpus.KIND, actor=PUBLIC) is not None


def test_only_stop_words_are_looked_for_as_they_are() -> None:
    assert titles("für den") == ["Schulamt für den Kreis"]


def test_title_before_text_and_whole_words_before_beginnings() -> None:
    assert titles("Haaner") == ["Haaner Runde", *(t for t in titles("Haaner") if t != "Haaner Runde")]
    assert titles("Musikschule Hilden")[0] == "Musikschule Hilden"
    assert titles("Grundschule Haan")[-1] == "Haaner Runde"


def test_pages_and_counts() -> None:
    hits = search.find("Haan", actor=PUBLIC, limit=5, offset=5)
    everything = search.find("Haan", actor=PUBLIC, limit=100)
    assert hits.total == everything.total == len(everything.hits) == len(corpus.NAMED) + 1
    assert hits.hits == everything.hits[5:10]
    assert hits.counts == {corpus.KIND: len(corpus.NAMED) + 1}


def test_kinds_narrow_the_search() -> None:
    assert search.find("Lenkungskreis", actor=PUBLIC, kinds=[corpus.KIND]).total == 0
    assert search.find("Lenkungskreis", actor=PUBLIC, kinds=[corpus.OTHER, "unknown"]).total == 2


def test_keys_for_a_list_are_in_rank_order() -> None:
    keys = search.find_keys("Grundschle Haan", [corpus.KIND], actor=PUBLIC)
    assert [corpus.THINGS[key].title for key in keys][-1] == "Haaner Runde"
    assert keys == search.find_keys("Grundschle Haan", corpus.KIND, actor=PUBLIC)


def test_what_is_hidden_is_neither_shown_nor_counted(sources: dict[str, corpus.Source]) -> None:
    sources[corpus.OTHER].hidden = {2}
    assert search.find("Lenkungskreis", actor=PUBLIC).counts == {corpus.OTHER: 1}
    assert search.find("Xylophonkauf", actor=PUBLIC) == search.Hits()
    assert search.find("Xylofonkauf", actor=PUBLIC) == search.Hits()
    assert search.find_keys("Xylophonkauf", corpus.OTHER, actor=PUBLIC) == []
    assert search.find("Xylophonkauf", actor=SYSTEM).total == 1


def test_what_is_hidden_does_not_change_how_the_rest_is_found(sources: dict[str, corpus.Source]) -> None:
    """A hidden thing that holds the mistyped word must not keep the search from forgiving it."""
    source = sources[corpus.OTHER]
    source.entries[3] = corpus.Entry(corpus.OTHER, 3, "Grundschle Haan")
    before = search.find("Grundschle Haan", actor=PUBLIC)
    source.hidden = {3}
    search.index(corpus.OTHER, [3])
    assert search.find("Grundschle Haan", actor=PUBLIC) == before
    assert before.total == 4


def test_hits_lead_to_the_language_of_the_page(sources: dict[str, corpus.Source]) -> None:
    source = sources[corpus.OTHER]
    source.entries[4] = corpus.Entry(corpus.OTHER, 4, "Postausgangswesen", url="/verwaltung/postausgang/")
    with override("en"):
        search.index(corpus.OTHER, [4])
        assert search.find("Postausgangswesen", actor=PUBLIC).hits[0].url == "/en/verwaltung/postausgang/"
    assert search.find("Postausgangswesen", actor=PUBLIC).hits[0].url == "/verwaltung/postausgang/"
