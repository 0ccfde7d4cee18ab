"""JSON-LD inside a page: a block of data, which no browser runs and the content policy therefore lets stand."""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_HARMLESS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def data_block(data: dict[str, Any]) -> SafeString:
    """The element for the head of the page; texts from the data cannot end it."""
    text = json.dumps(data, ensure_ascii=False).translate(_HARMLESS)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 - escaped above
