"""A list on its way out, before it becomes a file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext

from bildungsnetz.core.clock import BERLIN

Plain = str | int | float | Decimal | date | datetime | None
Cell = Plain | bool | Promise

_STARTS_FORMULA = tuple("=+-@\t\r\n")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*")


@dataclass(frozen=True)
class Table:
    """A title (it names the file and the sheet), the heads of the columns, the rows."""

    title: str | Promise
    columns: Sequence[str | Promise]
    rows: Iterable[Sequence[Cell]]


def plain(cell: Cell) -> Plain:
    """The value as a person reads it: yes and no in words, moments in German time, translated texts."""
    if isinstance(cell, bool):
        return gettext("ja") if cell else gettext("nein")
    if isinstance(cell, datetime) and cell.tzinfo:
        return cell.astimezone(BERLIN).replace(tzinfo=None)
    return str(cell) if isinstance(cell, Promise) else cell


def harmless(text: str) -> str:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front, unless it is just a number.

    Source: OWASP, "CSV Injection".
    """
    if text.startswith(_STARTS_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
