"""The lists as files, narrowed by the same filters as their pages."""

from django.http import HttpResponse

from bildungsnetz.core import clock
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.exchange.tables import institutions_table, people_table
from bildungsnetz.network.selectors import directory as found
from bildungsnetz.network.selectors.institutions import with_open_channels
from bildungsnetz.network.selectors.kinds import kinds_in
from bildungsnetz.network.selectors.people import people_with_functions
from bildungsnetz.network.web.directory_page import asked
from bildungsnetz.network.web.forms.filters import OfficeFilter, PersonFilter


def directory_file(request: Request) -> HttpResponse:
    hits = asked(request).hits
    return answer(request, institutions_table(with_open_channels(hits, PUBLIC)))


def institutions_file(request: Request) -> HttpResponse:
    form = OfficeFilter(request.GET, kinds=kinds_in(request.actor))
    hits = found.find_institutions(request.actor, form.wanted(request.GET.get("sortierung", "")))
    return answer(request, institutions_table(with_open_channels(hits, request.actor)))


def people_file(request: Request) -> HttpResponse:
    form = PersonFilter(request.GET)
    text = form.cleaned_data.get("q", "") if form.is_valid() else ""
    hits = people_with_functions(request.actor, on=clock.day_of(clock.now()), text=text)
    return answer(request, people_table(hits))
