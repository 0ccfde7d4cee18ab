"""Which page somebody means who opens the feedback form."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from bildungsnetz.core.access import EVERYBODY

LONGEST = 300


def page_meant(request: HttpRequest) -> str:
    """The page named in the address, otherwise the public page the visitor comes from.

    Pages behind a secret link or a login are not named: their addresses are nobody's business.
    """
    named = request.GET.get("seite", "")
    return (named or _public_page_before(request))[:LONGEST]


def _public_page_before(request: HttpRequest) -> str:
    before = urlsplit(request.headers.get("Referer", ""))
    if before.netloc != request.get_host():
        return ""
    try:
        view = resolve(before.path).func
    except Resolver404:
        return ""
    return before.path if getattr(view, "access_rule", None) is EVERYBODY else ""
