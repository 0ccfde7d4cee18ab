"""The public home page and what robots may read."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.translation import get_language

from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.core.web.request import Request
from bildungsnetz.frontdoor.selectors.home import directory

CLOSED = (
    "frontdoor:my-day",
    "frontdoor:search",
    "account_login",
    "account_reset_password",
    "portal:feedback",
)
CLOSED_AREAS = (
    "/verwaltung/",
    "/portal/",
    "/netzwerk/",
    "/gremien/",
    "/programm/",
    "/konto/",
    "/einladung/",
    "/bestaetigen/",
    "/angebot/",
    "/einbetten/",
)


def home(request: Request) -> HttpResponse:
    """What the directory holds, in three queries; without a cookie."""
    english = "" if get_language() == "en" else translate_url(request.path, "en")
    return render(request, "frontdoor/home.html", {"directory": directory(), "english": english})


def robots(request: Request) -> HttpResponse:
    """Search engines may read what is public; a demo is not to be found at all."""
    closed = [*CLOSED_AREAS, *(reverse(name) for name in CLOSED)] if settings.MODE == "production" else ["/"]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    if settings.MODE == "production":
        lines += ["", f"Sitemap: {absolute('frontdoor:sitemap')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
