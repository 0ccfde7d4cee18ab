"""The silent note of a public page that it was looked at: no cookie, no answer, no trace of a person."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.web.limits import Limit, address_of
from bildungsnetz.core.web.public_forms import public_form
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.offers import shown_offers
from bildungsnetz.network.services.page_views import count_view

VIEWS = Limit("page-view", amount=300, seconds=3600)
SILENT = 204


@never_cache
@public_form
@require_POST
def offer_seen(request: Request, pk: int) -> HttpResponse:
    return _count(request, get_object_or_404(shown_offers(on=clock.day_of(clock.now())), pk=pk))


@never_cache
@public_form
@require_POST
def institution_seen(request: Request, pk: int) -> HttpResponse:
    return _count(request, get_object_or_404(institutions(PUBLIC), pk=pk))


def _count(request: Request, shown: Any) -> HttpResponse:
    """A whole school may share one network address, so the limit is wide; above it nothing is counted."""
    who = address_of(request)
    if not _is_fetched_ahead(request) and not VIEWS.is_reached(who):
        VIEWS.count(who)
        agent = request.headers.get("User-Agent", "")
        count_view(actor=request.actor, shown=shown, user_agent=agent, now=clock.now())
    return HttpResponse(status=SILENT)


def _is_fetched_ahead(request: HttpRequest) -> bool:
    """Whether the browser fetched the page before anybody asked for it."""
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return "prefetch" in purpose or "prerender" in purpose
