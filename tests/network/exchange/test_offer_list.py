"""Lists of offers as they come: wrong encodings, titles above the heading, formulas, merged cells, XML."""

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from bildungsnetz.network.exchange.offer_list import MAX_BYTES, read_offer_list
from bildungsnetz.network.exchange.table import UnreadableList

HEADS = ["Titel", "Art des Angebots", "Thema"]
ROW = ["Führung für Schüler", "visit", "culture"]


def csv_of(delimiter: str = ";", before: str = "", after: str = "") -> str:
    return "\r\n".join([f"{before}{delimiter.join(HEADS)}{after}", delimiter.join(ROW) + after, ""])


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_is_read_with_its_delimiter(delimiter: str) -> None:
    sheet = read_offer_list(csv_of(delimiter).encode("utf-8-sig"), "liste.csv")
    assert (sheet.heads, sheet.rows, sheet.encoding) == (HEADS, [(2, ROW)], "")


def test_the_line_for_excel_and_empty_columns_at_the_end_are_left_out() -> None:
    sheet = read_offer_list(csv_of(before="sep=;\r\n", after=";;").encode(), "liste.csv")
    assert (sheet.heads, sheet.rows) == (HEADS, [(3, ROW)])


@pytest.mark.parametrize("encoding", ["cp1252", "cp850"])
def test_another_encoding_is_recognised_by_its_letters_and_said(encoding: str) -> None:
    sheet = read_offer_list(csv_of().encode(encoding), "liste.csv")
    assert (sheet.rows, sheet.encoding) == ([(2, ROW)], encoding)


def a_book() -> bytes:
    """A title merged over the columns, an empty line, the heading; a formula and a date among the cells."""
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("leer")
        sheet = book.add_worksheet("Angebote")
        sheet.merge_range("A1:E1", "Unsere Angebote 2026")
        sheet.write_row("A3", [*HEADS, "Plätze", "Gültig bis"])
        sheet.write_row("A4", ROW)
        sheet.write_formula("D4", "=5*5", None, 25)
        sheet.write_datetime("E4", date(2026, 12, 31), book.add_format({"num_format": "dd.mm.yyyy"}))
    return out.getvalue()


def test_a_sheet_with_title_formula_and_date() -> None:
    sheet = read_offer_list(a_book(), "liste.xlsx")
    assert sheet.heads == [*HEADS, "Plätze", "Gültig bis"]
    assert sheet.rows == [(4, [*ROW, "25", "2026-12-31"])]


def test_our_own_xml() -> None:
    text = "<angebote><angebot><titel>Führung</titel><thema>culture</thema></angebot><angebot><art/></angebot></angebote>"
    sheet = read_offer_list(text.encode(), "liste.xml")
    assert (sheet.heads, sheet.rows) == (
        ["titel", "thema", "art"],
        [(1, ["Führung", "culture", ""]), (2, ["", "", ""])],
    )


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"", "a.csv", "Die Datei ist leer."),
        (b"Titel;Thema\r\n", "a.csv", "Die Datei enthält keine Angebote unter ihrer Kopfzeile."),
        (b"a\x00b", "a.csv", "Die Datei ist keine Textdatei. Gelesen werden CSV, XLSX und XML."),
        (b"PK\x03\x04kaputt", "a.xlsx", "Die Excel-Datei ist beschädigt oder geschützt."),
        (b"<a/>", "a.xml", "Das Wurzelelement heißt nicht „angebote“."),
        (
            b"<!DOCTYPE a [<!ENTITY x 'y'>]><angebote/>",
            "a.xml",
            "Die XML-Datei enthält eine DTD; so etwas wird nicht gelesen.",
        ),
        (b"x" * (MAX_BYTES + 1), "a.csv", "Die Datei ist größer als 10 MB."),
        (b"Titel\n" + b"x\n" * 5001, "a.csv", "Die Datei hat mehr als 5000 Zeilen."),
    ],
    ids=["empty", "only heads", "binary", "broken book", "foreign xml", "entities", "too large", "too long"],
)
def test_what_cannot_be_read_says_why(content: bytes, name: str, message: str) -> None:
    with pytest.raises(UnreadableList) as fault:
        read_offer_list(content, name)
    assert str(fault.value) == message
