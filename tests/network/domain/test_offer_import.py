from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain import offer_words
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.domain.offer_import import (
    CellFault,
    ReadOffer,
    compare,
    entry_as_json,
    entry_from,
    entry_from_json,
    suggested_mapping,
)
from bildungsnetz.network.domain.offers import OfferEntry
from tests.network.build_offers import an_offer_entry

CELLS = {"title": "Trommeln", "kind": "Kurs oder Workshop", "topic": "culture", "valid_until": "31.12.2026"}
_groups = st.frozensets
_entries = st.builds(
    OfferEntry,
    title=st.text("abä ", min_size=1, max_size=9),
    kind=st.sampled_from(sorted(offer_words.KINDS)),
    topic=st.sampled_from(sorted(offer_words.TOPICS)),
    valid_until=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    audiences=_groups(st.sampled_from(sorted(offer_words.AUDIENCES))),
    languages=_groups(st.sampled_from(sorted(offer_words.LANGUAGES))),
    starts_at=st.none() | st.just(datetime(2026, 5, 1, 9, tzinfo=ZoneInfo("Europe/Berlin"))),
    reference=st.sampled_from(["a", "b", "c"]),
)


@given(_entries)
def test_an_entry_comes_out_of_storage_as_it_went_in(entry: OfferEntry) -> None:
    assert entry_from_json(entry_as_json(entry)) == entry


@given(st.lists(_entries, max_size=6), st.lists(_entries, max_size=4))
def test_each_row_stands_once_in_the_plan_and_doubled_ones_are_refused(
    read: list[Any], known: list[Any]
) -> None:
    present = {(1, entry.reference): entry for entry in known}
    plan = compare([ReadOffer(line, 1, entry) for line, entry in enumerate(read, 2)], [], present)
    assert [row.line for row in plan if row.kind is not RowKind.MISSING] == list(range(2, 2 + len(read)))
    written = [row.reference for row in plan if row.kind in {RowKind.NEW, RowKind.CHANGED}]
    assert len(written) == len(set(written))
    missing = {row.reference for row in plan if row.kind is RowKind.MISSING}
    assert missing == {entry.reference for entry in known} - {entry.reference for entry in read}


@given(_entries)
def test_what_is_there_already_is_unchanged_whatever_its_visibility(entry: OfferEntry) -> None:
    hidden = entry_from_json({**entry_as_json(entry), "is_public": False})
    (row,) = compare([ReadOffer(2, 1, entry)], [], {(1, entry.reference): hidden})
    assert row.kind is RowKind.UNCHANGED


def test_cells_in_german_words_or_keys_become_an_entry() -> None:
    cells = CELLS | {
        "audiences": "Schülerinnen und Schüler; parents",
        "grade_from": "5.0",
        "starts_at": "04.05.2026, 09:30 Uhr",
        "languages": "Deutsch, uk",
        "capacity": "",
    }
    entry = entry_from(cells, until=None)
    assert (entry.kind, entry.valid_until, entry.reference) == ("course", date(2026, 12, 31), "Trommeln")
    assert (entry.audiences, entry.languages) == (frozenset({"pupils", "parents"}), frozenset({"de", "uk"}))
    assert (entry.grade_from, entry.capacity) == (5, None)
    assert entry.starts_at == datetime(2026, 5, 4, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize("text", ["2026-12-31", "31.12.26", "2026-12-31 00:00"])
def test_days_are_read_in_the_ways_of_spreadsheets(text: str) -> None:
    assert entry_from(CELLS | {"valid_until": text}, until=None).valid_until == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"title": ""}, "„Titel“ fehlt."),
        ({"kind": "Zirkus"}, "„Zirkus“ ist bei „Art des Angebots“ keine bekannte Angabe."),
        (
            {"audiences": "Schülerinnen und Schüler; Hunde"},
            "„Hunde“ ist bei „Zielgruppen“ keine bekannte Angabe.",
        ),
        ({"grade_from": "fünf"}, "„fünf“ ist bei „Von Klasse“ keine Zahl."),
        ({"valid_until": ""}, "„Gültig bis“ fehlt."),
        ({"valid_until": "31.02.2026"}, "„31.02.2026“ ist bei „Gültig bis“ nicht lesbar."),
        ({"grade_from": "9", "grade_to": "3"}, "Die letzte Klasse liegt vor der ersten."),
        ({"title": "x" * 161}, "„Titel“ ist länger als 160 Zeichen."),
        ({"email": "nein"}, "Das ist keine E-Mail-Adresse."),
    ],
)
def test_a_faulty_row_says_why(change: dict[str, str], reason: str) -> None:
    with pytest.raises(CellFault) as fault:
        entry_from(CELLS | change, until=None)
    assert str(fault.value) == reason


def test_columns_are_recognised_by_german_and_english_names() -> None:
    heads = [
        "Titel",
        "Art des Angebots",
        "topic",
        "Gültig bis",
        "Von Klasse",
        "Bemerkung",
        "Anbieter",
        "Titel",
    ]
    assert suggested_mapping(heads) == {
        "provider": 6,
        "title": 0,
        "kind": 1,
        "topic": 2,
        "valid_until": 3,
        "grade_from": 4,
    }


def test_an_entry_without_its_own_last_day_gets_that_of_the_list() -> None:
    day = date(2027, 7, 31)
    assert entry_from(CELLS | {"valid_until": ""}, until=day).valid_until == day
    assert an_offer_entry().valid_until == date(2026, 12, 31)
