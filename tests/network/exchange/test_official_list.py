from collections import Counter
from datetime import date

import pytest

from bildungsnetz.network.domain.import_plan import OfficialList, RefusedRow
from bildungsnetz.network.domain.kinds import SCHOOL
from bildungsnetz.network.domain.school_keys import OperatingStatus
from bildungsnetz.network.exchange.dialects import MSB, SVWS
from bildungsnetz.network.exchange.official_list import read_official_list
from bildungsnetz.network.exchange.table import UnreadableList
from tests.network.exchange.lists import msb_file, msb_row, svws_file, svws_row
from tests.shared_data import shared

METTMANN = "05158"


def _in_operation(found: OfficialList) -> int:
    return sum(row.facts.status is OperatingStatus.IN_OPERATION for row in found.read)


def test_the_ministrys_list_of_2021_has_144_rows_for_kreis_mettmann_of_which_138_are_in_operation() -> None:
    content = shared("data/schools_nrw/schuldaten_msb_2021-09.csv").read_bytes()
    found = read_official_list(content, district=METTMANN)
    assert (found.source, len(found.read), found.refused, found.elsewhere) == (MSB.name, 144, (), 5363)
    assert _in_operation(found) == 138
    assert Counter(row.facts.status.value for row in found.read) == {
        "in_operation": 138,
        "closing": 4,
        "special": 1,
        "closed": 1,
    }
    # one of the 138 is the school office of the Kreis, which is no school
    assert Counter(row.facts.kind for row in found.read) == {"school": 143, "school_supervision": 1}


def test_the_list_of_the_school_software_has_143_rows_of_which_140_are_in_operation() -> None:
    content = shared("data/schools_nrw/svws_schulver_Schulen.csv").read_bytes()
    found = read_official_list(content, district=METTMANN)
    assert (found.source, len(found.read), found.refused, found.elsewhere) == (SVWS.name, 143, (), 5282)
    assert _in_operation(found) == 140
    assert {row.facts.ags[:5] for row in found.read} == {METTMANN}


def test_all_schools_of_the_land_can_be_read() -> None:
    content = shared("data/schools_nrw/schuldaten_msb_2021-09.csv").read_bytes()
    found = read_official_list(content, district="05")
    assert (len(found.read), found.refused, found.elsewhere) == (5507, (), 0)
    assert _in_operation(found) == 5424


def test_one_row_becomes_facts() -> None:
    (row,) = read_official_list(msb_file(msb_row()), district=METTMANN).read
    assert row.line == 3
    assert row.facts.as_json() == {
        "number": "106458",
        "name": "Städt. Gem. Grundschule Unterhaan",
        "short_name": "Haan, GG Unterhaan",
        "kind": SCHOOL,
        "school_form": "02",
        "legal_form": "public",
        "status": "in_operation",
        "status_date": "1973-08-01",
        "ags": "05158008",
        "authority_number": "11435",
        "street": "Steinkulle 24",
        "postal_code": "42781",
        "city": "Haan",
        "longitude": 6.997523,
        "latitude": 51.184813,
        "phone": "02129 31937",
        "fax": "",
        "email": "106458@schule.example",
        "website": "https://grundschule.example",
    }


def test_both_lists_tell_the_same_about_the_same_school() -> None:
    (msb,) = read_official_list(msb_file(msb_row()), district=METTMANN).read
    (svws,) = read_official_list(svws_file(svws_row()), district=METTMANN).read
    assert svws.facts == msb.facts


def test_the_day_a_school_closes_is_known_only_from_the_ministrys_list() -> None:
    row = msb_row(Schulbetriebsschluessel="2", Schulbetriebsdatum="31.07.2026")
    (msb,) = read_official_list(msb_file(row), district=METTMANN).read
    (svws,) = read_official_list(svws_file(svws_row(SchBetrSchl="2")), district=METTMANN).read
    assert (msb.facts.status, msb.facts.status_date) == (OperatingStatus.CLOSING, date(2026, 7, 31))
    assert (svws.facts.status, svws.facts.status_date) == (OperatingStatus.CLOSING, None)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Städt. Gymnasium", "", ""), "Städt. Gymnasium"),
        (
            ("Regenbogenschule", "Städt. Grundschule", "- Primarstufe -"),
            "Regenbogenschule Städt. Grundschule",
        ),
        (
            ("Kant-Gymnasium", "- Sekundarstufen I und II -", "Städt. Gymnasium"),
            "Kant-Gymnasium Städt. Gymnasium",
        ),
        (("Förderschule d.Kr.Mett-", "mann i.integr.Verb.", ""), "Förderschule d.Kr.Mettmann i.integr.Verb."),
        (("Schule -", "mitten im Ort", ""), "Schule - mitten im Ort"),
        (("- Primarstufe -", "Waldschule", ""), "Waldschule"),
        (
            ("Berufskolleg", "des Kreises Mettmann", "- Schule der Sekundarstufe II -"),
            "Berufskolleg des Kreises Mettmann",
        ),
        (("Gesamtschule", "Schule d. Sekundarstufe I u. II", ""), "Gesamtschule"),
        (("Realschule", "für Mädchen  - Sek.I -", ""), "Realschule für Mädchen"),
        (("Städt. Schule der Sekundarstufe I", "", ""), "Städt. Schule der Sekundarstufe I"),
    ],
)
def test_the_parts_of_a_name_are_joined(parts: tuple[str, str, str], name: str) -> None:
    row = msb_row(Schulbezeichnung_1=parts[0], Schulbezeichnung_2=parts[1], Schulbezeichnung_3=parts[2])
    (read,) = read_official_list(msb_file(row), district=METTMANN).read
    assert read.facts.name == name


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Schulnummer": "10645"}, "Die Schulnummer „10645“ ist falsch: Sie hat sechs Ziffern."),
        ({"Schulnummer": ""}, "Die Schulnummer fehlt."),
        (
            {"Gemeindeschluessel": ""},
            "Der Gemeindeschlüssel „“ ist falsch: Er hat acht Ziffern und beginnt mit 05.",
        ),
        ({"UTMRechtswert": "null"}, "Die Koordinate „null“ ist keine Zahl in Metern."),
        (
            {"UTMRechtswert": "5673192"},
            "Die Koordinaten 5673192 / 5672283 liegen nicht in Nordrhein-Westfalen.",
        ),
        ({"EPSG": "EPSG:4326"}, "Das Koordinatensystem „EPSG:4326“ wird nicht gelesen, nur EPSG:25832."),
        ({"Schulform": "99"}, "Die Schulform „99“ ist unbekannt."),
        ({"Rechtsform": "7"}, "Die Rechtsform „7“ ist unbekannt: 1 steht für öffentlich, 2 für privat."),
        ({"Schulbetriebsschluessel": ""}, "Der Schulbetriebsschlüssel „“ ist unbekannt."),
        ({"Schulbetriebsdatum": "1973-08-01"}, "Das Datum „1973-08-01“ ist nicht lesbar."),
        ({"PLZ": "D-42781"}, "Die Postleitzahl „D-42781“ hat nicht fünf Ziffern."),
        ({"Homepage": "keine Seite"}, "Die Internetadresse „keine Seite“ ist nicht lesbar."),
        ({"Schulbezeichnung_1": ""}, "Der Name der Einrichtung fehlt."),
    ],
)
def test_a_broken_row_is_refused_with_its_reason_and_the_others_stay(
    cells: dict[str, str], reason: str
) -> None:
    broken = msb_row(**cells)
    found = read_official_list(msb_file(broken, msb_row(Schulnummer="106446")), district=METTMANN)
    assert found.refused == (RefusedRow(3, broken["Schulnummer"], "Haan, GG Unterhaan", reason),)
    assert [row.facts.number for row in found.read] == ["106446"]


def test_lost_zeros_are_mended() -> None:
    row = msb_row(Gemeindeschluessel="5158008", Schulform="2")
    (read,) = read_official_list(msb_file(row), district=METTMANN).read
    assert (read.facts.ags, read.facts.school_form) == ("05158008", "02")


def test_a_doubled_school_number_refuses_all_its_rows() -> None:
    found = read_official_list(
        msb_file(msb_row(), msb_row(), msb_row(Schulnummer="106446")), district=METTMANN
    )
    assert [(row.line, row.reason) for row in found.refused] == [
        (3, "Die Schulnummer 106458 steht auch in Zeile 4. Es ist nicht erkennbar, welche Zeile gilt."),
        (4, "Die Schulnummer 106458 steht auch in Zeile 3. Es ist nicht erkennbar, welche Zeile gilt."),
    ]
    assert [row.facts.number for row in found.read] == ["106446"]


def test_rows_without_a_number_are_refused_one_by_one() -> None:
    found = read_official_list(msb_file(msb_row(Schulnummer=""), msb_row(Schulnummer="")), district=METTMANN)
    assert [row.reason for row in found.refused] == ["Die Schulnummer fehlt."] * 2


def test_other_kreise_are_left_alone() -> None:
    found = read_official_list(msb_file(msb_row(Gemeindeschluessel="05315000")), district=METTMANN)
    assert (found.read, found.refused, found.elsewhere) == ((), (), 1)


def test_a_school_without_coordinates_is_taken_over() -> None:
    (row,) = read_official_list(msb_file(msb_row(UTMRechtswert="", UTMHochwert="")), district=METTMANN).read
    assert (row.facts.longitude, row.facts.latitude) == (None, None)


def test_a_broken_file_says_so() -> None:
    with pytest.raises(UnreadableList, match=r"^Die Datei ist leer\.$"):
        read_official_list(b"", district=METTMANN)
