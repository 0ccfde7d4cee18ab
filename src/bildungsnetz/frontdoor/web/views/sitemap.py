"""All public pages for search engines (sitemaps.org), German addresses: each names its English version itself."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from bildungsnetz.core import clock
from bildungsnetz.core.registers.sitemap import PublicPage, public_pages
from bildungsnetz.core.web.cacheable import cacheable
from bildungsnetz.core.web.request import Request

OWN = ("frontdoor:home", "portal:imprint", "portal:privacy", "portal:accessibility")


@cacheable
def sitemap(request: Request) -> HttpResponse:
    with override("de"):
        pages = [*(PublicPage(reverse(name)) for name in OWN), *public_pages(clock.now())]
    shown = {"pages": pages, "base": settings.BASE_URL}
    return render(request, "frontdoor/sitemap.xml", shown, content_type="application/xml; charset=utf-8")
