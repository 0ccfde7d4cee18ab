from collections import Counter
from datetime import date

import pytest

from bildungsnetz.network.domain.reconciliation import Reason, differences
from bildungsnetz.network.domain.school_lists import ListKey, SchoolSource
from bildungsnetz.network.exchange.official_list import read_official_list
from bildungsnetz.network.exchange.school_list import read_school_list
from bildungsnetz.network.exchange.table import UnreadableList
from tests.network.exchange.lists import index_file, itnrw_file, msb_file, msb_row, svws_file, svws_row
from tests.shared_data import shared

METTMANN = "05158"
INDEX_ROW = "106458;Haan, GG Schüler;BR Düsseldorf;Kreis Mettmann;Haan;4"


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_the_directory_of_itnrw_loses_zeros_and_gets_them_back(delimiter: str) -> None:
    found = read_official_list(itnrw_file({}, delimiter=delimiter), district=METTMANN)
    (row,) = found.read
    assert (row.facts.ags, row.facts.phone, row.facts.fax) == ("05158008", "02129 31937", "")
    assert (row.facts.name, row.facts.school_form) == ("Städt. Gem. Grundschule Unterhaan", "02")
    assert (row.facts.legal_form, row.facts.status) == ("public", "in_operation")
    assert "status_date" in found.untold


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Schulform": "Hort"}, "Die Schulform „Hort“ ist unbekannt."),
        (
            {"Rechtsstatus": "kirchlich"},
            "Der Rechtsstatus „kirchlich“ ist unbekannt: Er heißt „Öffentlich“ oder „Privat“.",
        ),
        ({"Postleitzahl": "42.781"}, "Die Postleitzahl „42.781“ hat nicht fünf Ziffern."),
        ({"Schulnummer": "106458.0"}, "Die Schulnummer „106458.0“ ist falsch: Sie hat sechs Ziffern."),
    ],
)
def test_a_broken_row_of_itnrw_is_refused(cells: dict[str, str], reason: str) -> None:
    found = read_official_list(itnrw_file(cells), district=METTMANN)
    assert ([row.reason for row in found.refused], found.read) == ([reason], ())


def test_the_social_index_is_read_in_codepage_850_and_only_compared() -> None:
    content = index_file(
        INDEX_ROW, "165669;Erkrath, Gym Hochdahl;BR Düsseldorf;Stadt Düsseldorf;Düsseldorf;2"
    )
    read = read_school_list(content, district=METTMANN)
    assert (read.key, read.encoding) == (ListKey.SOCIAL_INDEX, "DOS (Codepage 850)")
    assert [(each.number, each.name) for each in read.entries] == [("106458", "Haan, GG Schüler")]
    assert read.elsewhere == {"165669": "05111"}
    with pytest.raises(UnreadableList) as refused:
        read_official_list(content, district=METTMANN)
    assert str(refused.value) == (
        "Die Liste „Schulscharfer Sozialindex (MSB)“ nennt keine Anschriften. "
        "Sie dient nur dem Abgleich der Schullisten."
    )


def test_a_kreis_that_nobody_knows_refuses_the_row() -> None:
    read = read_school_list(index_file(INDEX_ROW.replace("Mettmann", "Mettwoch")), district=METTMANN)
    assert [row.reason for row in read.refused] == ["Den Kreis „Kreis Mettwoch“ gibt es nicht."]


def test_a_branch_with_a_row_of_its_own_is_known_by_its_number() -> None:
    read = read_school_list(msb_file(msb_row(), msb_row(Schulnummer="106458-2")), district=METTMANN)
    assert [(each.number, each.branch_of) for each in read.entries] == [
        ("106458", ""),
        ("106458-2", "106458"),
    ]


def test_the_key_of_the_school_software_lacks_the_land() -> None:
    read = read_school_list(svws_file(svws_row()), district=METTMANN)
    assert ([each.ags for each in read.entries], read.youngest) == (["05158008"], date(1973, 8, 1))


def test_rows_that_do_not_work_are_read_but_not_counted_as_schools() -> None:
    content = shared("data/schools_nrw/schuldaten_msb_2021-09.csv").read_bytes()
    read = read_school_list(content, district="05")
    assert len(read.entries) == 5507
    assert Counter(str(each.status) for each in read.entries)["in_operation"] == 5424


REAL = (
    ("data/schools_nrw/schuldaten_msb_2021-09.csv", date(2021, 9, 8), 144),
    ("data/schools_nrw/svws_schulver_Schulen.csv", date(2025, 9, 5), 143),
    (
        "data/schools_nrw/itnrw_AS_BS_Verzeichnis_2024_25_sozialindex_coords_startchancen.csv",
        date(2024, 10, 15),
        143,
    ),
    ("data/sozialindex/schulliste_sj_25_26_open_data.csv", date(2025, 8, 1), 114),
)


def real_sources() -> list[SchoolSource]:
    sources = []
    for path, as_of, rows in REAL:
        read = read_school_list(shared(path).read_bytes(), district=METTMANN)
        assert (len(read.entries), read.refused) == (rows, ())
        entries = {each.number: each for each in read.entries}
        sources.append(SchoolSource(read.key, read.name, as_of, entries, read.elsewhere, read.youngest))
    return sources


def test_each_difference_of_the_three_lists_for_kreis_mettmann_has_its_reason() -> None:
    found = differences(real_sources()[:3])
    told = {each.number: {a.source.key.value: a.reason.value for a in each.absences} for each in found}
    assert told == {
        "100143": {"msb": "not_yet_open"},
        "100144": {"msb": "not_yet_open"},
        "100163": {"msb": "not_yet_open"},
        "100184": {"msb": "younger", "svws": "younger"},
        "138927": {"svws": "closed", "itnrw": "closed"},
        "159360": {"svws": "closed", "itnrw": "closed"},
        "183659": {"msb": "elsewhere", "svws": "elsewhere"},
        "192338": {"itnrw": "not_counted"},
        "195923": {"svws": "closed", "itnrw": "closed"},
        "196782": {"itnrw": "closed"},
        "600158": {"svws": "not_counted", "itnrw": "not_counted"},
    }
    sentences = {(each.number, a.source.key.value): a.sentence for each in found for a in each.absences}
    assert sentences["196782", "itnrw"] == (
        "Geschlossen am 31.07.2024 laut Schuldaten des Schulministeriums (MSB) (Stand 08.09.2021)."
    )
    assert sentences["183659", "msb"] == "Steht dort unter Rheinisch-Bergischer Kreis."
    assert sentences["100184", "svws"] == (
        "Steht erst in jüngeren Listen, zuerst in Verzeichnis der Schulen (IT.NRW) (Stand 15.10.2024); "
        "diese kennt Schulen bis 07.08.2023."
    )


def test_with_the_social_index_nothing_stays_unexplained_and_two_schools_stand_in_the_wrong_kreis() -> None:
    found = differences(real_sources())
    lacks = {each.number: a for each in found for a in each.absences if a.source.key is ListKey.SOCIAL_INDEX}
    assert Counter(a.reason.value for a in lacks.values()) == {
        "not_counted": 30,
        "elsewhere": 2,
        "closed": 3,
    }
    assert [number for number, a in lacks.items() if a.reason is Reason.ELSEWHERE] == ["165669", "183246"]
    assert lacks["165669"].sentence == "Steht dort unter Düsseldorf."
    assert [each.number for each in found if each.is_to_check] == []
