"""Files that are too large are refused before a byte of them is read into memory."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _


def check_size(file: Any, limit: int) -> None:
    """Raises ValidationError with both sizes."""
    size = file.size or 0
    if size > limit:
        text = _("Die Datei hat %(size)s MB. Gelesen werden höchstens %(limit)s MB.")
        raise forms.ValidationError(text % {"size": -(-size // 1_000_000), "limit": limit // 1_000_000})
