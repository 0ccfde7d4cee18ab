"""The search over everything, for everybody: each finds what they may see."""

from django.http import HttpResponse
from django.shortcuts import render

from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.frontdoor.selectors.results import results

ROWS = 25
LONGEST = 200


def search(request: Request) -> HttpResponse:
    """Inside the office frame for those signed in, in the public frame for everybody else."""
    asked = request.GET.get("q", "").strip()[:LONGEST]
    found = results(asked, actor=request.actor, kind=request.GET.get("art", ""))
    shown = {
        "asked": asked,
        "found": found,
        "page": page_of(request, found.hits, ROWS),
        "base": "core/public.html" if request.actor.is_anonymous else "core/office.html",
    }
    return render(request, "frontdoor/search.html", shown)
