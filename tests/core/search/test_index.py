"""The index follows what it copies, and forgets what is gone."""

import pytest
from django.core.management import call_command

from bildungsnetz.core import search
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.models import SearchEntry, SearchWord
from tests.core.search.corpus import KIND, OTHER, PAPERS, THINGS, Entry, Source


def total(text: str) -> int:
    return search.find(text, actor=PUBLIC).total


def test_rebuild_counts_and_drops_what_nobody_registers(sources: dict[str, Source]) -> None:
    SearchEntry.objects.create(kind="gone.thing", key=1, title="Weg", title_words="weg", terms="=weg weg")
    assert search.rebuild() == {KIND: len(THINGS), OTHER: len(PAPERS)}
    assert not SearchEntry.objects.filter(kind="gone.thing").exists()
    del sources[KIND].entries[1]
    assert search.rebuild()[KIND] == len(THINGS) - 1
    assert not SearchEntry.objects.filter(kind=KIND, key=1).exists()


def test_a_change_is_found_at_once_and_the_old_text_no_more(sources: dict[str, Source]) -> None:
    sources[OTHER].entries[1] = Entry(OTHER, 1, "Vermerk", "Quittenernte")
    search.index(OTHER, [1])
    assert (total("Quittenernte"), total("Schulsozialarbeit"), total("Quittenernet")) == (1, 0, 1)


def test_a_vanished_thing_leaves_no_word_behind(sources: dict[str, Source]) -> None:
    assert SearchWord.objects.filter(word__in=["xylophonkauf", "zukunftswerkstatt"]).count() == 2
    del sources[OTHER].entries[2]
    search.index(OTHER, [2])
    assert not SearchEntry.objects.filter(kind=OTHER, key=2).exists()
    assert not SearchWord.objects.filter(word__in=["xylophonkauf", "zukunftswerkstatt"]).exists()
    assert SearchWord.objects.filter(word="lenkungskreis").exists()


def test_rebuild_leaves_no_word_behind() -> None:
    SearchWord.objects.create(word="geisterwort", length=11)
    search.rebuild()
    assert not SearchWord.objects.filter(word="geisterwort").exists()


def test_indexing_again_changes_nothing() -> None:
    rows = list(SearchEntry.objects.order_by("pk").values())
    search.index(KIND, THINGS)
    search.rebuild()
    assert list(SearchEntry.objects.order_by("pk").values()) == rows


def test_an_unknown_kind_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        search.index("nobody.knows", [1])


def test_very_long_texts_fit(sources: dict[str, Source]) -> None:
    sources[OTHER].entries[5] = Entry(OTHER, 5, "T" * 500, "wort " * 50_000 + "B" * 5_000 + " Schlusswort")
    search.index(OTHER, [5])
    assert total("Schlusswort") == 1
    assert SearchEntry.objects.get(kind=OTHER, key=5).title == "T" * 300


def test_many_words_in_one_text(sources: dict[str, Source]) -> None:
    """A query that many compounds answer stays one query."""
    letters = "abcdefghijklmnopqrst"
    compounds = " ".join(f"wurzelwerk{a}{b}" for a in letters for b in letters)
    sources[OTHER].entries[6] = Entry(OTHER, 6, "Wörter", compounds)
    search.index(OTHER, [6])
    assert total("zelwerk") == 1


def test_the_command_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("rebuild_search")
    assert capsys.readouterr().out.splitlines() == [f"{KIND}: {len(THINGS)}", f"{OTHER}: {len(PAPERS)}"]
