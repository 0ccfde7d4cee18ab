"""A CSV file as rows of named cells: encoding, the `sep=;` line, the heading, and what is wrong with them."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from bildungsnetz.network.exchange.dialects import DIALECTS, Dialect

MAX_BYTES: Final = 20_000_000
_OTHER_ENCODINGS: Final = (("cp1252", "Windows-1252"), ("cp850", "DOS (Codepage 850)"))
_GERMAN_LETTERS: Final = frozenset("äöüÄÖÜß")


class UnreadableList(ValueError):
    """The file as a whole cannot be read; the message is a German sentence for the person who uploaded it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One data line: its number in the file and its cells by our words."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised list with all its data lines."""

    dialect: Dialect
    lines: tuple[Line, ...]


def read_table(content: bytes) -> Table:
    """Recognise the list and cut it into lines. Raises UnreadableList."""
    rows = _numbered_rows(_decode(content))
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
    return Table(dialect, lines)


def _decode(content: bytes) -> str:
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
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableList(_encoding_message(content, line)) from error


def _encoding_message(content: bytes, line: int) -> str:
    """Guess the encoding only to say it: a wrong guess would silently store wrong names."""
    plain = _("Die Datei ist nicht in UTF-8 gespeichert (Zeile %(line)s).") % {"line": line}
    guess = _likely_encoding(content)
    if guess:
        plain += " " + _("Sie sieht nach %(encoding)s aus.") % {"encoding": guess}
    return plain + " " + _("Speichern Sie die Datei als „CSV UTF-8“ und laden Sie sie noch einmal hoch.")


def _likely_encoding(content: bytes) -> str:
    """The name of the encoding in which the file shows the most German letters; empty when none does."""
    scored = [
        (sum(letter in _GERMAN_LETTERS for letter in content.decode(codec, "ignore")), name)
        for codec, name in _OTHER_ENCODINGS
    ]
    score, name = max(scored, key=lambda pair: pair[0])
    return name if score else ""


def _numbered_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Non-empty rows with the number of the line in which each begins; the `sep=;` line only tells Excel something."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    begins = 1
    for cells in reader:
        if any(cell.strip() for cell in cells) and not (begins == 1 and cells[0].strip().lower() == "sep="):
            yield begins, cells
        begins = reader.line_num + 1


def _recognise(heading: list[str]) -> tuple[Dialect, dict[str, int]]:
    """The list whose headings fit best, at least half of them; all of its columns must be there, others may be."""
    dialect = max(DIALECTS, key=lambda d: sum(column in heading for column in d.columns.values()))
    missing = [column for column in dialect.columns.values() if column not in heading]
    if len(missing) > len(dialect.columns) / 2:
        raise UnreadableList(
            _(
                "Die Kopfzeile gehört zu keiner bekannten Schulliste. Gelesen werden: %(lists)s, mit Semikolon getrennt."
            )
            % {"lists": ", ".join(d.name for d in DIALECTS)}
        )
    if missing:
        raise UnreadableList(
            _("In der Liste „%(list)s“ fehlen Spalten: %(columns)s.")
            % {"list": dialect.name, "columns": ", ".join(missing)}
        )
    return dialect, {word: heading.index(column) for word, column in dialect.columns.items()}


def _line(number: int, cells: list[str], positions: dict[str, int]) -> Line:
    by_word = {word: cells[i].strip() if i < len(cells) else "" for word, i in positions.items()}
    return Line(number, by_word)
