"""Reading a list of offers: CSV, XLSX or our own XML, each as heads and rows of text."""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from bildungsnetz.network.domain.offer_import import suggested_mapping
from bildungsnetz.network.exchange.decoding import likely_encoding
from bildungsnetz.network.exchange.table import UnreadableList

MAX_BYTES: Final = 10_000_000
MAX_ROWS: Final = 5_000
_HEADS_WITHIN: Final = 10


@dataclass(frozen=True, slots=True)
class Sheet:
    """The list before anybody said what its columns mean; each row begins with its line in the file."""

    heads: list[str]
    rows: list[tuple[int, list[str]]]
    encoding: str = ""


def read_offer_list(content: bytes, name: str) -> Sheet:
    """Raises UnreadableList with a German sentence for the person who uploaded the file."""
    if len(content) > MAX_BYTES:
        limit = {"limit": MAX_BYTES // 1_000_000}
        raise UnreadableList(_("Die Datei ist größer als %(limit)s MB.") % limit)
    ending = name.rpartition(".")[2].lower()
    if content.startswith(b"PK\x03\x04"):
        return _checked(_from_xlsx(content))
    if ending == "xml" or content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return _checked(_from_xml(content))
    return _checked(_from_csv(content))


def _checked(sheet: Sheet) -> Sheet:
    if not sheet.rows:
        raise UnreadableList(_("Die Datei enthält keine Angebote unter ihrer Kopfzeile."))
    if len(sheet.rows) > MAX_ROWS:
        raise UnreadableList(_("Die Datei hat mehr als %(limit)s Zeilen.") % {"limit": MAX_ROWS})
    return sheet


def _from_csv(content: bytes) -> Sheet:
    if b"\x00" in content:
        raise UnreadableList(_("Die Datei ist keine Textdatei. Gelesen werden CSV, XLSX und XML."))
    text, encoding = _decode(content)
    if text.lower().startswith("sep="):
        text = "\n" + text.partition("\n")[2]
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(";\t,", key=first.count)
    try:
        rows = list(_numbered(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))
    except csv.Error as error:
        raise UnreadableList(
            _("Die Datei ist keine lesbare CSV-Datei: %(error)s.") % {"error": error}
        ) from error
    return _sheet(rows, encoding)


def _numbered(reader: Any) -> Any:
    begins = 1
    for cells in reader:
        yield begins, cells
        begins = reader.line_num + 1


def _decode(content: bytes) -> tuple[str, str]:
    """UTF-8, else the encoding in which the file shows more German letters; the preview shows what came of it."""
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        codec = likely_encoding(content) or "cp1252"
        return content.decode(codec, "replace"), codec


def _from_xlsx(content: bytes) -> Sheet:
    """The first sheet that holds something; of a formula the value that was last computed."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadableList(_("Die Excel-Datei ist beschädigt oder geschützt.")) from error
    filled = next(
        (rows for rows in sheets if any(any(str(cell).strip() for cell in row) for row in rows)), []
    )
    return _sheet([(number, [_text(cell) for cell in row]) for number, row in enumerate(filled, start=1)], "")


def _text(cell: Any) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _sheet(rows: list[tuple[int, list[str]]], encoding: str) -> Sheet:
    """The heading is the row among the first ten that names most columns we know: titles may stand above it."""
    filled = [
        (number, [cell.strip() for cell in cells]) for number, cells in rows if any(c.strip() for c in cells)
    ]
    if not filled:
        raise UnreadableList(_("Die Datei ist leer."))
    top = filled[:_HEADS_WITHIN]
    place = max(range(len(top)), key=lambda i: (len(suggested_mapping(top[i][1])), -i))
    heads = filled[place][1]
    while heads and not heads[-1]:
        heads = heads[:-1]
    width = len(heads)
    cut = [(number, (cells + [""] * width)[:width]) for number, cells in filled[place + 1 :]]
    return Sheet(heads, [row for row in cut if any(row[1])], encoding)


def _from_xml(content: bytes) -> Sheet:
    """`<angebote><angebot><titel>…</titel>…</angebot></angebote>`; the names of the elements are the heads."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnreadableList(_("Die XML-Datei enthält eine DTD; so etwas wird nicht gelesen."))
    try:
        root = ET.fromstring(content)  # noqa: S314 - without DTD there are no entities to expand
    except ET.ParseError as error:
        raise UnreadableList(_("Die Datei ist kein lesbares XML: %(error)s.") % {"error": error}) from error
    if root.tag != "angebote":
        raise UnreadableList(_("Das Wurzelelement heißt nicht „angebote“."))
    found = [{part.tag: (part.text or "").strip() for part in each} for each in root.iter("angebot")]
    heads = list(dict.fromkeys(head for each in found for head in each))
    return Sheet(
        heads, [(number, [each.get(head, "") for head in heads]) for number, each in enumerate(found, 1)]
    )
