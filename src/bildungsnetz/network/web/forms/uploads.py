"""Files that are too large are refused before a byte of them is read into memory; what cannot be read, at their field."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext as _

from bildungsnetz.network.exchange.table import UnreadableList

Read = TypeVar("Read")


def check_size(file: Any, limit: int) -> None:
    """Raises ValidationError with both sizes."""
    size = file.size or 0
    if size > limit:
        text = _("Die Datei hat %(size)s MB. Gelesen werden höchstens %(limit)s MB.")
        raise forms.ValidationError(text % {"size": -(-size // 1_000_000), "limit": limit // 1_000_000})


def read_upload(file: Any, limit: int, read: Callable[[bytes], Read]) -> Read:
    """What `read` makes of the file. Raises ValidationError for one that is too large or cannot be read."""
    check_size(file, limit)
    try:
        return read(file.read())
    except UnreadableList as fault:
        raise forms.ValidationError(str(fault)) from fault
