"""Tables that leave the house and come back through their pages."""

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from python_calamine import CalamineWorkbook

from bildungsnetz.network.models import Institution, Person, SheetImport, SheetImportRow
from tests.network.build import a_person, an_import, an_institution
from tests.network.build_lists import a_principal
from tests.network.exchange.lists import msb_file, msb_row

pytestmark = pytest.mark.django_db
HOUSES = "/netzwerk/suche/tabelle/?was=einrichtungen&g1b1f=art&g1b1w=unbekannt&g1b1n=nicht"
PEOPLE = "/netzwerk/suche/tabelle/?was=personen&g1b1f=konto&g1b1n=nicht"
NEW = "/netzwerk/tabellen/neu/"
Grid = list[list[str]]


def _rows(clerk: Client, address: str) -> Grid:
    book = CalamineWorkbook.from_filelike(io.BytesIO(clerk.get(address).content))
    return book.get_sheet_by_index(0).to_python()


def _file(rows: Grid, change: object = None) -> SimpleUploadedFile:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if callable(change):
            change(sheet)
    return SimpleUploadedFile("Liste.xlsx", out.getvalue())


def _plan(clerk: Client, rows: Grid) -> list[tuple[str, str]]:
    answer = clerk.post(NEW, {"file": _file(rows)})
    assert answer.status_code == 302, answer.content.decode()
    rows_of = SheetImportRow.objects.filter(run=SheetImport.objects.order_by("-pk")[0]).order_by("line")
    return [(row.kind, row.reason) for row in rows_of]


@pytest.mark.parametrize("address", [HOUSES, PEOPLE])
def test_an_unchanged_file_changes_nothing(clerk: Client, address: str) -> None:
    house = an_institution(
        "=SUMME(A1)", phone="02129 9115", description="Zeile 1\r\nZeile 2", email="a@demo.example"
    )
    a_principal("Anna", house)
    a_person("@Ähre", "-Kim")
    download = clerk.get(address)
    answer = clerk.post(NEW, {"file": SimpleUploadedFile("Liste.xlsx", download.content)})
    run = SheetImport.objects.get()
    assert set(run.rows.values_list("kind", flat=True)) == {"unchanged"}
    page = clerk.get(answer.headers["Location"]).content.decode()
    assert ("Keine Änderung" in page, "uebernehmen" in page) == (True, False)
    assert "Liste.xlsx" in clerk.get("/netzwerk/tabellen/").content.decode()


def test_what_changed_is_planned_and_carried_out(clerk: Client) -> None:
    an_institution()
    rows = _rows(clerk, HOUSES)
    head = rows[0]
    rows[1][head.index("Telefon")] = "02129 1"
    rows[1][head.index("Öffentlich")] = "nein"
    assert _plan(clerk, rows) == [("changed", "")]
    run = SheetImport.objects.get()
    address = f"/netzwerk/tabellen/{run.pk}/"
    page = clerk.get(address).content.decode()
    assert "<del>02129 9115</del> → <ins>02129 1</ins>" in page
    assert "1 Eintrag" in clerk.get(f"{address}uebernehmen/").content.decode()
    clerk.post(f"{address}uebernehmen/")
    house = Institution.objects.get()
    assert (house.is_public, house.channels.get(kind="phone").value) == (False, "02129 1")
    assert "schon abgeschlossen" in clerk.post(f"{address}uebernehmen/").content.decode()


def test_persons_come_back_and_a_meanwhile_changed_one_stops_all(clerk: Client) -> None:
    person = a_person("Sommer")
    rows = _rows(clerk, PEOPLE)
    rows[1][rows[0].index("Nachname")] = "Winter"
    for _twice in range(2):
        _plan(clerk, rows)
    first, second = SheetImport.objects.order_by("pk")
    clerk.post(f"/netzwerk/tabellen/{first.pk}/uebernehmen/")
    assert Person.objects.get(pk=person.pk).last_name == "Winter"
    page = clerk.post(f"/netzwerk/tabellen/{second.pk}/uebernehmen/").content.decode()
    assert "hat sich geändert, seit diese Vorschau entstand" in page
    assert clerk.get(f"/netzwerk/tabellen/{second.pk}/verwerfen/").status_code == 200
    clerk.post(f"/netzwerk/tabellen/{second.pk}/verwerfen/")
    assert SheetImport.objects.get(pk=second.pk).state == "discarded"


def test_rows_that_cannot_be_taken_over_say_why(clerk: Client) -> None:
    an_institution(phone="021299115")
    rows = _rows(clerk, HOUSES)
    head, row = rows[0], rows[1]

    def changed(**cells: str) -> list[str]:
        by_head = dict(zip(head, row, strict=True)) | cells
        return [str(by_head[name]) for name in head]

    plan = _plan(
        clerk,
        [
            head,
            changed(Telefon="21299115"),
            changed(Kennung="999"),
            changed(Kennung=""),
            changed(Art="Museum"),
        ],
    )
    assert [kind for kind, _reason in plan] == ["refused"] * 4
    reasons = " ".join(reason for _kind, reason in plan)
    for part in ("mehrfach in der Tabelle", "„999“ gibt es nicht", "Die Kennung fehlt"):
        assert part in reasons
    assert "führende Null verloren" in _plan(clerk, [head, changed(Telefon="21299115")])[0][1]
    assert "erklärt die Zeile nur" in _plan(clerk, [head, changed(Art="Museum")])[0][1]
    assert "länger als 5 Zeichen" in _plan(clerk, [head, changed(Postleitzahl="427811")])[0][1]


def test_official_columns_stay_locked_and_own_ones_change(clerk: Client) -> None:
    an_import(msb_file(msb_row()))
    rows = _rows(clerk, HOUSES)
    head = rows[0]
    before = list(rows[1])
    rows[1][head.index("Name")] = "Anderer Name"
    assert "amtlichen Schulliste" in _plan(clerk, rows)[0][1]
    before[head.index("Schulsozialindex")] = "4"
    assert _plan(clerk, [head, before]) == [("changed", "")]
    run = SheetImport.objects.order_by("-pk")[0]
    clerk.post(f"/netzwerk/tabellen/{run.pk}/uebernehmen/")
    assert Institution.objects.get(pk=before[0]).social_index == 4


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("Schulsozialindex", "4", "Einen Schulsozialindex haben nur Schulen."),
        ("Schulsozialindex", "hoch", "die Stufen 1 bis 9"),
        ("Öffentlich", "vielleicht", "„ja“ oder „nein“"),
        ("Handlungsfelder", "Raumfahrt", "„Raumfahrt“ gibt es nicht"),
        ("E-Mail", "keine", "nicht gültig"),
        ("Postleitzahl", "4278", "fünf Ziffern"),
    ],
)
def test_a_value_that_breaks_a_rule_stops_all_with_its_line(
    clerk: Client, column: str, value: str, message: str
) -> None:
    an_institution()
    rows = _rows(clerk, HOUSES)
    rows[1][rows[0].index(column)] = value
    _plan(clerk, rows)
    page = clerk.post(f"/netzwerk/tabellen/{SheetImport.objects.get().pk}/uebernehmen/").content.decode()
    assert message in page
    assert "Zeile 2 (Musikschule Haan)" in page
    assert SheetImport.objects.get().is_open


def test_files_that_cannot_be_read_say_why(clerk: Client) -> None:
    an_institution()
    rows = _rows(clerk, HOUSES)

    def answer(file: SimpleUploadedFile) -> str:
        return clerk.post(NEW, {"file": file}).content.decode()

    assert clerk.get(NEW).status_code == 200
    assert "In Zelle C2 steht eine Formel" in answer(
        _file(rows, lambda sheet: sheet.write_formula("C2", "=1+1"))
    )
    assert "A1:B1 sind verbunden" in answer(_file([], lambda sheet: sheet.merge_range("A1:B1", "Kennung")))
    assert "Die Spalte „Kennung“ fehlt" in answer(_file([["Name"], ["x"]]))
    assert "unbekannt oder doppelt: Farbe" in answer(_file([["Kennung", "Farbe"], ["1", "rot"]]))
    assert "nur eine Kopfzeile" in answer(_file([["Kennung", "Name"]]))
    assert "keine Excel-Datei" in answer(SimpleUploadedFile("Liste.xlsx", b"Kennung;Name"))
    assert not SheetImport.objects.exists()


@pytest.mark.parametrize(
    "address",
    [NEW, "/netzwerk/importe/neu/", "/netzwerk/angebote/importe/neu/", "/netzwerk/kommunen/umrisse/"],
)
def test_a_file_of_100_mb_is_refused_at_its_field(clerk: Client, address: str) -> None:
    page = clerk.post(
        address, {"file": SimpleUploadedFile("Riese.xlsx", b"0" * 100_000_000)}
    ).content.decode()
    assert "Die Datei hat 100 MB." in page
