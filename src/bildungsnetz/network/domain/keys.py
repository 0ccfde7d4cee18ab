"""School numbers and municipality keys (AGS): what a correct one looks like and how a damaged one is mended."""

import re
from typing import Final

from django.utils.translation import gettext as _

LAND_NRW: Final = "05"
_SCHOOL_NUMBER = re.compile(r"[1-9][0-9]{5}")
_AGS = re.compile(r"05[0-9]{6}")
_DISTRICT = re.compile(r"05[0-9]{3}")


class KeyFault(ValueError):
    """A key is not what it should be; the message is a German sentence."""


def school_number(text: str) -> str:
    """Return the six-digit official school number.

    Raises KeyFault when it is not six digits without a leading zero (numbers are given by IT.NRW, 1… for schools and
    6… for the school offices; there is no check digit).
    """
    number = text.strip()
    if not number:
        raise KeyFault(_("Die Schulnummer fehlt."))
    if not _SCHOOL_NUMBER.fullmatch(number):
        raise KeyFault(
            _("Die Schulnummer „%(number)s“ ist falsch: Sie hat sechs Ziffern.") % {"number": number}
        )
    return number


def municipality_key(text: str, *, without_land: bool = False) -> str:
    """Return the eight-digit AGS of a municipality in North Rhine-Westphalia.

    Spreadsheets drop the leading zero (5158004); some lists leave out the Land digits altogether (158004), which only
    the caller can know: `without_land`. Raises KeyFault when no AGS of this Land comes out.
    """
    given = text.strip()
    key = given
    if without_land and len(key) == 6:
        key = LAND_NRW + key
    elif len(key) == 7:
        key = "0" + key
    if not _AGS.fullmatch(key):
        raise KeyFault(
            _("Der Gemeindeschlüssel „%(key)s“ ist falsch: Er hat acht Ziffern und beginnt mit 05.")
            % {"key": given}
        )
    return key


def district_key(text: str) -> str:
    """Return the five-digit key of a Kreis or kreisfreie Stadt; mends a lost zero. Raises KeyFault."""
    given = text.strip()
    key = "0" + given if len(given) == 4 else given
    if not _DISTRICT.fullmatch(key):
        raise KeyFault(
            _(
                "Der Kreisschlüssel „%(key)s“ ist falsch: Er hat fünf Ziffern und beginnt mit 05, zum Beispiel 05158."
            )
            % {"key": given}
        )
    return key
