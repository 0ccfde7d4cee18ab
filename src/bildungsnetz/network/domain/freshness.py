"""How long an entry of the register may go unconfirmed, and what follows.

Rule of the house (docs/adr/0070): asked every year, reminded after 14 days, called after another 14; "nicht bestätigt"
after 12 months; after 18 months hidden from the public unless the official list vouches for it. Directories die of upkeep:
the times are those of the loops observed elsewhere (domain research VK-12, feature C4).
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

ASKED_AFTER, UNCONFIRMED_AFTER, HIDDEN_AFTER = 11, 12, 18
"""Months since the last confirmation."""
REMINDED_AFTER: Final = timedelta(days=14)
ASKED_AGAIN_AFTER: Final = timedelta(days=365)


class Stand(StrEnum):
    """The lists of the page "Aktualität"; their keys stand in the address."""

    CONFIRMED = "bestaetigt"
    UNCONFIRMED = "unbestaetigt"
    RESTING = "ruht"
    ASKED = "angefragt"
    SILENT = "anrufen"


STAND_NAMES: Final[dict[Stand, "_StrPromise"]] = {
    Stand.CONFIRMED: _("in den letzten 12 Monaten bestätigt"),
    Stand.UNCONFIRMED: _("länger als 12 Monate nicht bestätigt"),
    Stand.RESTING: _("nach 18 Monaten verborgen"),
    Stand.ASKED: _("angefragt, Antwort offen"),
    Stand.SILENT: _("bitte anrufen"),
}


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def is_unconfirmed(known_on: date, on: date) -> bool:
    """Whether the entry wears the badge "nicht bestätigt" on a day; `known_on` is the last confirmation or the entry."""
    return known_on < months_before(on, UNCONFIRMED_AFTER)


def share(confirmed: int, total: int) -> int | None:
    """Per cent of the entries that are confirmed, rounded down: a hundred means all. None when there is nothing."""
    return confirmed * 100 // total if total else None
