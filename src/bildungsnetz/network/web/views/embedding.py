"""Lists for the content system of the Kreis: a small page that may be framed, or the bare list that may be fetched.

Only here other sites may read and frame our answers; there is no script, no cookie and nothing that depends on who asks.
"""

from collections.abc import Callable
from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.clickjacking import xframe_options_exempt

from bildungsnetz.core import clock
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.core.web.cacheable import cacheable
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.selectors import directory as found
from bildungsnetz.network.selectors.kinds import kinds_in
from bildungsnetz.network.selectors.offers import find_offers
from bildungsnetz.network.web.forms.filters import InstitutionFilter
from bildungsnetz.network.web.forms.offers import OfferFilter

MOST = 200


def _open_to_others(view: Callable[[Request], HttpResponse]) -> Callable[[Request], HttpResponse]:
    def answered(request: Request) -> HttpResponse:
        answer = view(request)
        answer["Access-Control-Allow-Origin"] = "*"
        answer["Cache-Control"] = "public, max-age=900"
        return answer

    framed: Any = csp_replace({"frame-ancestors": ["*"]})(xframe_options_exempt(answered))  # type: ignore[arg-type]
    opened: Callable[[Request], HttpResponse] = cacheable(framed)
    return opened


@_open_to_others
def institutions(request: Request) -> HttpResponse:
    wanted = InstitutionFilter(request.GET, kinds=kinds_in(PUBLIC)).wanted("")
    return _list(request, found.find_institutions(PUBLIC, wanted), "institution", "network:directory")


@_open_to_others
def offers(request: Request) -> HttpResponse:
    hits = find_offers(PUBLIC, OfferFilter(request.GET).wanted(""), on=clock.day_of(clock.now()))
    return _list(request, hits, "offer", "network:public-offers")


def _list(request: Request, hits: QuerySet[Any], kind: str, whole: str) -> HttpResponse:
    """`?teil=liste` gives the bare list; otherwise a whole small page."""
    query = request.GET.copy()
    query.pop("teil", None)
    rows = [_line(each, kind) for each in hits[:MOST]]
    page = {
        "name": settings.NETWORK_NAME,
        "lines": rows,
        "kind": kind,
        "total": hits.count() if len(rows) == MOST else len(rows),
        "whole": f"{absolute(whole)}{'?' if query else ''}{query.urlencode()}",
    }
    bare = request.GET.get("teil") == "liste"
    template = "network/embed/list.html" if bare else "network/embed/page.html"
    return HttpResponse(
        render_to_string(template, page)
    )  # without request: the answer depends on nobody's session


def _line(each: Any, kind: str) -> dict[str, str]:
    if kind == "offer":
        note = f"{each.get_kind_display()}, {each.institution.name}"
        return {"name": each.title, "note": note, "url": absolute("network:public-offer", each.pk)}
    note = f"{each.what}, {each.municipality.name}"
    return {"name": each.name, "note": note, "url": absolute("network:public-institution", each.pk)}
