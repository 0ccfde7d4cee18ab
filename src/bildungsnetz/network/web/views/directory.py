"""The public directory: list, map, one institution."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from bildungsnetz.core import clock
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.selectors import directory as found
from bildungsnetz.network.selectors.institutions import channels, institutions, with_main_site
from bildungsnetz.network.selectors.offers import offers_of
from bildungsnetz.network.web.forms.filters import InstitutionFilter
from bildungsnetz.network.web.map_data import map_data


def directory(request: Request) -> HttpResponse:
    form = _filter(request)
    sort = request.GET.get("sortierung", "")
    hits = found.find_institutions(PUBLIC, form.wanted(sort))
    page = {"page": page_of(request, hits), "form": form, "sort": sort, "query": request.GET.urlencode()}
    return render(request, "network/directory.html", page)


def directory_map(request: Request) -> HttpResponse:
    hits = found.find_institutions(PUBLIC, _filter(request).wanted(""))
    return JsonResponse(map_data(found.places(hits), found.backdrop()))


def public_institution(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(with_main_site(institutions(PUBLIC)), pk=pk)
    page = {
        "shown": shown,
        "channels": channels(PUBLIC, shown),
        "fields": shown.fields_of_action.order_by("position", "name"),
        "offers": offers_of(shown, on=clock.day_of(clock.now())),
        "may_see_all": policies.may_see_all_institutions(request.actor),
    }
    return render(request, "network/public_institution.html", page)


def _filter(request: Request) -> InstitutionFilter:
    return InstitutionFilter(request.GET, kinds=found.kinds_in(PUBLIC))
