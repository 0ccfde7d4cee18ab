"""Handing out a stored file. The view has asked before whether the actor may have it."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from bildungsnetz.core.files.storing import read
from bildungsnetz.core.models import StoredFile

_SHOWN_IN_PLACE = {"application/pdf", "image/png", "image/jpeg"}


def answer(stored: StoredFile, *, download: bool = False) -> HttpResponse:
    """The file as an answer: PDF and pictures open in place unless `download`, the rest is saved."""
    in_place = not download and stored.content_type in _SHOWN_IN_PLACE
    made = HttpResponse(read(stored), content_type=stored.content_type)
    made["Content-Disposition"] = content_disposition_header(not in_place, stored.name) or "attachment"
    made["X-Content-Type-Options"] = "nosniff"
    return made
