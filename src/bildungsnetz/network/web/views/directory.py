"""The public directory: list, map, one institution."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from bildungsnetz.core import clock
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.selectors.directory import backdrop, places
from bildungsnetz.network.selectors.duplicates import merged_into_institution
from bildungsnetz.network.selectors.institutions import channels, institutions, with_main_site
from bildungsnetz.network.selectors.lineage import former_institution, lineage_of
from bildungsnetz.network.selectors.offers import offers_of
from bildungsnetz.network.selectors.profiles import places_of, profile_of
from bildungsnetz.network.web.directory_page import asked
from bildungsnetz.network.web.map_data import map_data


def directory(request: Request) -> HttpResponse:
    found = asked(request)
    query = request.GET.copy()
    query.pop("naehe", None)
    page = {
        "page": found.page(),
        "form": found.form,
        "sort": request.GET.get("sortierung", ""),
        "query": request.GET.urlencode(),
        "place": found.form.place,
        "here": found.here,
        "others": found.spots[1:],
        "query_elsewhere": query.urlencode(),
        "km": found.form.kilometres,
    }
    return render(request, "network/directory.html", page)


def directory_map(request: Request) -> HttpResponse:
    found = asked(request)
    return JsonResponse(map_data(places(found.hits), backdrop(), found.here, found.form.kilometres))


def public_institution(request: Request, pk: int) -> HttpResponse:
    shown = with_main_site(institutions(PUBLIC)).filter(pk=pk).first()
    if shown is None:
        return _former(request, pk)
    places = places_of(shown)
    page = {
        "shown": shown,
        "channels": channels(PUBLIC, shown),
        "fields": shown.fields_of_action.order_by("position", "name"),
        "offers": offers_of(shown, on=clock.day_of(clock.now())),
        "profile": profile_of(shown),
        "places": places,
        "places_say_something": len(places) > 1 or any(place.says_something for place in places),
        "lineage": lineage_of(PUBLIC, shown),
        "may_keep": False,
        "may_see_all": policies.may_see_all_institutions(request.actor),
    }
    return render(request, "network/public_institution.html", page)


def _former(request: Request, pk: int) -> HttpResponse:
    """A closed institution says where it went."""
    former = former_institution(pk)
    if former is None:
        stays = merged_into_institution(pk)
        if stays is None:
            raise Http404
        return redirect("network:public-institution", stays)
    page = {"shown": former, "lineage": lineage_of(PUBLIC, former)}
    return render(request, "network/former_institution.html", page)
