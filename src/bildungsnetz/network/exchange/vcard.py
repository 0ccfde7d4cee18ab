"""An institution as vCard 4.0 (RFC 6350)."""

import re
from collections.abc import Iterable
from datetime import UTC
from typing import Final

from bildungsnetz.network.models import ContactChannel, Institution, Site

_LONGEST: Final = 75  # octets of a line without its end (RFC 6350, 3.2)
_VALUES: Final = {"phone": "TEL;VALUE=text;TYPE=voice", "fax": "TEL;VALUE=text;TYPE=fax", "email": "EMAIL"}


def vcard(shown: Institution, channels: Iterable[ContactChannel], url: str) -> bytes:
    """The card with the ways of contact given; needs `main_sites`."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//Bildungsnetz//DE",
        "KIND:org",
        f"FN:{_text(shown.name)}",
        f"ORG:{_text(shown.name)}",
        f"UID:{url}",
        f"SOURCE:{url}",
        f"REV:{shown.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        *(line for site in shown.main_sites for line in _place(site)),  # type: ignore[attr-defined]
        *(_channel(channel) for channel in channels),
        "END:VCARD",
    ]
    return b"".join(_folded(line) for line in lines)


def _place(site: Site) -> list[str]:
    parts = ("", "", site.street, site.city, "", site.postal_code, "Deutschland")
    lines = [f"ADR;TYPE=work:{';'.join(_text(part) for part in parts)}"]
    if site.longitude is not None:
        lines.append(f"GEO:geo:{site.latitude},{site.longitude}")
    return lines


def _channel(channel: ContactChannel) -> str:
    if channel.kind == ContactChannel.Kind.WEBSITE:
        return f"URL:{channel.value}"
    return f"{_VALUES[channel.kind]}:{_text(channel.value)}"


def _text(value: str) -> str:
    """Backslash, comma, semicolon and line break escaped (RFC 6350, 3.4)."""
    return re.sub(r"([\\,;])", r"\\\1", value).replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Cut into lines of at most 75 octets, never inside a character; each further one begins with a space."""
    rows: list[bytes] = []
    row, room = b"", _LONGEST
    for letter in line:
        octets = letter.encode()
        if len(row) + len(octets) > room:
            rows.append(row)
            row, room = b"", _LONGEST - 1
        row += octets
    return b"\r\n ".join([*rows, row]) + b"\r\n"
