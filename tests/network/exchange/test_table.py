import pytest

from bildungsnetz.network.exchange.table import MAX_BYTES, UnreadableList, read_table
from tests.network.exchange.lists import msb_file, msb_row, svws_file, svws_row


def test_the_extra_line_the_mark_and_the_trailing_column_do_no_harm() -> None:
    plain = msb_file(msb_row())
    for content in (
        plain,
        b"\xef\xbb\xbf" + plain,
        plain.replace(b"\n", b"\r\n"),
        plain.removeprefix(b"sep=;\n"),
    ):
        table = read_table(content)
        assert (table.dialect.key, len(table.lines)) == ("msb", 1)
        assert table.lines[0].cells["city"] == "Haan"
    assert read_table(svws_file(svws_row())).dialect.key == "svws"


def test_lines_are_numbered_as_in_the_file() -> None:
    content = msb_file(msb_row(), msb_row(Ort="Haan\nOst"), msb_row()) + b"\n;;;\n\n"
    assert [line.number for line in read_table(content).lines] == [3, 4, 6]


@pytest.mark.parametrize(("encoding", "name"), [("cp1252", "Windows-1252"), ("cp850", "DOS (Codepage 850)")])
def test_another_encoding_is_recognised_by_its_letters_and_said(encoding: str, name: str) -> None:
    content = msb_file(msb_row(Strasse="Königstraße 7"), msb_row()).decode().encode(encoding)
    table = read_table(content)
    assert (table.encoding, table.lines[0].cells["street"]) == (name, "Königstraße 7")
    assert read_table(msb_file(msb_row())).encoding == ""


def test_an_encoding_without_german_letters_is_not_guessed() -> None:
    with pytest.raises(UnreadableList) as refused:
        read_table(msb_file(msb_row(Schulbezeichnung_1="Schule"), msb_row()).replace(b"Haan", b"Ha\x8f", 1))
    assert str(refused.value) == (
        "Die Datei ist nicht in UTF-8 gespeichert (Zeile 3), und ihre Umlaute sind nicht erkennbar. "
        "Speichern Sie die Datei als „CSV UTF-8“ und laden Sie sie noch einmal hoch."
    )


def test_missing_columns_are_named() -> None:
    with pytest.raises(UnreadableList) as refused:
        read_table(msb_file(msb_row(), leave_out=("Gemeindeschluessel", "PLZ")))
    assert str(refused.value) == (
        "In der Liste „Schuldaten des Schulministeriums (MSB)“ fehlen Spalten: PLZ, Gemeindeschluessel."
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Die Datei ist leer."),
        (b"sep=;\n", "Die Datei ist leer."),
        (
            b"Name;Ort\nSchule;Haan\n",
            (
                "Die Kopfzeile gehört zu keiner bekannten Schulliste. Gelesen werden: Schuldaten des Schulministeriums "
                "(MSB), Schulverzeichnis der Schulverwaltungssoftware (SVWS), Verzeichnis der Schulen (IT.NRW), "
                "Schulscharfer Sozialindex (MSB)."
            ),
        ),
        (msb_file(), "Die Datei hat nur eine Kopfzeile und keine Einrichtungen."),
        (
            b"PK\x03\x04....",
            "Das ist eine Excel-Datei. Laden Sie die Liste als CSV-Datei hoch, wie das Land sie anbietet.",
        ),
        (b"a;b\x00c\n", "Die Datei ist keine Textdatei. Laden Sie die Liste als CSV-Datei in UTF-8 hoch."),
        (
            b"x" * (MAX_BYTES + 1),
            "Die Datei ist größer als 20 MB. Die Schulliste für ganz Nordrhein-Westfalen hat etwa 2 MB.",
        ),
    ],
)
def test_a_file_that_is_no_list_says_why(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableList) as refused:
        read_table(content)
    assert str(refused.value) == message


def test_an_endless_cell_is_refused() -> None:
    content = msb_file(msb_row(Ort="x" * 200_000))
    with pytest.raises(UnreadableList) as refused:
        read_table(content)
    assert (
        str(refused.value) == "Die Datei ist keine lesbare CSV-Datei: field larger than field limit (131072)."
    )
