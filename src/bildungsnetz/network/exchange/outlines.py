"""Reading uploaded outlines (GeoJSON)."""

import json
from typing import Any, Final

from django.utils.translation import gettext as _

from bildungsnetz.network.domain.outlines import Area, OutlineFault, read_areas

MAX_BYTES: Final = 3_000_000


def read_outlines(content: bytes) -> tuple[Area, ...]:
    """The areas of a GeoJSON file. Raises OutlineFault with what is wrong."""
    if len(content) > MAX_BYTES:
        raise OutlineFault(
            _("Die Datei ist größer als %(limit)s MB. Bitte laden Sie vereinfachte Umrisse hoch.")
            % {"limit": MAX_BYTES // 1_000_000}
        )
    try:
        collection: Any = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise OutlineFault(_("Die Datei ist kein GeoJSON in UTF-8.")) from error
    return read_areas(collection)
