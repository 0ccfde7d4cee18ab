"""A CSV file as rows of named cells: encoding, the `sep=;` line, the heading, and what is wrong with them."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from bildungsnetz.network.exchange.decoding import ENCODING_NAMES, likely_encoding
from bildungsnetz.network.exchange.dialects import DIALECTS, Dialect

MAX_BYTES: Final = 20_000_000


class UnreadableList(ValueError):
    """The file as a whole cannot be read; the message is a German sentence for the person who uploaded it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One data line: its number in the file and its cells by our words."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised list with all its data lines; `encoding` names what is not UTF-8."""

    dialect: Dialect
    lines: tuple[Line, ...]
    encoding: str = ""


def read_table(content: bytes) -> Table:
    """Recognise the list and cut it into lines. Raises UnreadableList."""
    text, encoding = _decode(content)
    rows = _numbered_rows(text)
    heading = next(rows, None)
    if heading is None:
        raise UnreadableList(_("Die Datei ist leer."))
    dialect, positions = _recognise([cell.strip() for cell in heading[1]])
    try:
        lines = tuple(_line(number, cells, positions) for number, cells in rows)
    except csv.Error as error:
        raise UnreadableList(
            _("Die Datei ist keine lesbare CSV-Datei: %(error)s.") % {"error": error}
        ) from error
    if not lines:
        raise UnreadableList(_("Die Datei hat nur eine Kopfzeile und keine Einrichtungen."))
    return Table(dialect, lines, encoding)


def _decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding, empty for UTF-8; the preview shows what came of another one."""
    if len(content) > MAX_BYTES:
        raise UnreadableList(
            _(
                "Die Datei ist größer als %(limit)s MB. Die Schulliste für ganz Nordrhein-Westfalen hat etwa 2 MB."
            )
            % {"limit": MAX_BYTES // 1_000_000}
        )
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnreadableList(
            _("Das ist eine Excel-Datei. Laden Sie die Liste als CSV-Datei hoch, wie das Land sie anbietet.")
        )
    if b"\x00" in content:
        raise UnreadableList(
            _("Die Datei ist keine Textdatei. Laden Sie die Liste als CSV-Datei in UTF-8 hoch.")
        )
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        codec = likely_encoding(content)
        if not codec:
            raise UnreadableList(_no_encoding(content, error.start)) from error
        return content.decode(codec, "replace"), ENCODING_NAMES[codec]


def _no_encoding(content: bytes, start: int) -> str:
    return _(
        "Die Datei ist nicht in UTF-8 gespeichert (Zeile %(line)s), und ihre Umlaute sind nicht erkennbar. "
        "Speichern Sie die Datei als „CSV UTF-8“ und laden Sie sie noch einmal hoch."
    ) % {"line": content[:start].count(b"\n") + 1}


def _numbered_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Non-empty rows with the number of the line in which each begins; the `sep=;` line only tells Excel something."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    begins = 1
    for cells in reader:
        if any(cell.strip() for cell in cells) and not (begins == 1 and cells[0].strip().lower() == "sep="):
            yield begins, cells
        begins = reader.line_num + 1


def _delimiter(text: str) -> str:
    """A comma only where the heading has no semicolon: IT.NRW's directory is passed on in both ways."""
    heading = next((line for line in text.splitlines()[:2] if not line.lower().startswith("sep=")), "")
    return "," if heading.count(",") > heading.count(";") else ";"


def _recognise(heading: list[str]) -> tuple[Dialect, dict[str, int]]:
    """The list whose headings fit best, at least half of them; all of its columns must be there, others may be."""
    dialect = max(DIALECTS, key=lambda d: _share(d, heading))
    missing = [column for column in dialect.columns.values() if column not in heading]
    if len(missing) > len(dialect.columns) / 2:
        raise UnreadableList(
            _("Die Kopfzeile gehört zu keiner bekannten Schulliste. Gelesen werden: %(lists)s.")
            % {"lists": ", ".join(d.name for d in DIALECTS)}
        )
    if missing:
        raise UnreadableList(
            _("In der Liste „%(list)s“ fehlen Spalten: %(columns)s.")
            % {"list": dialect.name, "columns": ", ".join(missing)}
        )
    return dialect, {word: heading.index(column) for word, column in dialect.columns.items()}


def _share(dialect: Dialect, heading: list[str]) -> float:
    return sum(column in heading for column in dialect.columns.values()) / len(dialect.columns)


def _line(number: int, cells: list[str], positions: dict[str, int]) -> Line:
    by_word = {word: cells[i].strip() if i < len(cells) else "" for word, i in positions.items()}
    return Line(number, by_word)
