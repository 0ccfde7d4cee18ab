"""Which school lacks a partner for which topic, and who could be one."""

from django.http import HttpResponse
from django.shortcuts import render

from bildungsnetz.core import clock
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.exchange.graph_files import gaps_table
from bildungsnetz.network.selectors.gaps import Gaps
from bildungsnetz.network.web.forms.graph import GapFilter

ROWS = 20


def gap_list(request: Request) -> HttpResponse:
    form = _filter(request)
    gaps = Gaps(request.actor, form.wanted(), form.kilometres)
    page = page_of(request, gaps.found, ROWS)
    context = {
        "form": form,
        "query": request.GET.urlencode(),
        "page": page,
        "rows": gaps.rows(page),
        "schools": gaps.schools,
        "without": len({gap.school.pk for gap in gaps.found}),
        "topics": len(gaps.topics),
        "km": form.kilometres,
        "on": gaps.wanted.on,
    }
    return render(request, "network/gaps.html", context)


def gaps_file(request: Request) -> HttpResponse:
    form = _filter(request)
    gaps = Gaps(request.actor, form.wanted(), form.kilometres)
    return answer(request, gaps_table(gaps.rows(gaps.found)))


def _filter(request: Request) -> GapFilter:
    return GapFilter(request.GET.dict(), actor=request.actor, today=clock.day_of(clock.now()))
