"""The two file formats of a list."""

import csv
import re
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter

from bildungsnetz.core.exports.tables import Cell, Plain, Table, harmless, plain

_LONGEST_CELL = 32_767
_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_WIDEST_COLUMN = 60
_XLSX = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
    "nan_inf_to_errors": True,
}


def as_csv(table: Table) -> bytes:
    """RFC 4180: UTF-8, commas, CRLF; dates as ISO 8601, numbers with a point, no formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_for_csv(column) for column in table.columns])
    writer.writerows([_for_csv(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def _for_csv(cell: Cell) -> Plain:
    value = plain(cell)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return harmless(value) if isinstance(value, str) else value


def as_xlsx(table: Table) -> bytes:
    """One sheet with real dates and numbers; the head stays in sight and can filter. Texts are never formulas."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, _XLSX) as book:
        sheet = book.add_worksheet(_sheet_name(str(table.title)))
        formats: dict[type, Any] = {
            date: book.add_format({"num_format": "dd.mm.yyyy"}),
            datetime: book.add_format({"num_format": "dd.mm.yyyy hh:mm"}),
        }
        columns = [str(column) for column in table.columns]
        widths = [len(column) + 4 for column in columns]
        sheet.write_row(0, 0, columns, book.add_format({"bold": True}))
        count = 0
        for count, row in enumerate(table.rows, start=1):
            for place, cell in enumerate(row):
                value = plain(cell)
                _write(sheet, count, place, value, formats)
                widths[place] = max(widths[place], len(str(value)) + 1)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, min(width, _WIDEST_COLUMN))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, count, len(columns) - 1)
    return out.getvalue()


def _write(sheet: Any, row: int, place: int, value: Plain, formats: dict[type, Any]) -> None:
    if value is None:
        return
    if isinstance(value, str):
        sheet.write_string(row, place, value[:_LONGEST_CELL])
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, place, value)
    else:
        sheet.write_datetime(row, place, value, formats[type(value)])


def _sheet_name(title: str) -> str:
    return _NOT_IN_SHEET_NAME.sub(" ", title)[:_LONGEST_SHEET_NAME].strip("' ") or "Liste"
