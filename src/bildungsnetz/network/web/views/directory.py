"""The public directory: list, map, one institution."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from bildungsnetz.core import clock
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.domain.freshness import UNCONFIRMED_AFTER, months_before
from bildungsnetz.network.exchange.linked_data import institution_data
from bildungsnetz.network.selectors.directory import backdrop, places
from bildungsnetz.network.selectors.duplicates import merged_into_institution
from bildungsnetz.network.selectors.freshness import with_freshness
from bildungsnetz.network.selectors.institutions import channels, institutions, with_main_site
from bildungsnetz.network.selectors.lineage import former_institution, lineage_of
from bildungsnetz.network.selectors.offers import offers_of
from bildungsnetz.network.selectors.profiles import places_of, profile_of
from bildungsnetz.network.web.directory_page import asked
from bildungsnetz.network.web.linked_data import data_block
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
        "unconfirmed_before": months_before(clock.day_of(clock.now()), UNCONFIRMED_AFTER),
    }
    return render(request, "network/directory.html", page)


def directory_map(request: Request) -> HttpResponse:
    found = asked(request)
    return JsonResponse(map_data(places(found.hits), backdrop(), found.here, found.form.kilometres))


def public_institution(request: Request, pk: int) -> HttpResponse:
    today = clock.day_of(clock.now())
    shown = with_freshness(with_main_site(institutions(PUBLIC)), on=today).filter(pk=pk).first()
    if shown is None:
        return _former(request, pk)
    places, ways = places_of(shown), channels(PUBLIC, shown)
    page = {
        "shown": shown,
        "channels": ways,
        "linked_data": data_block(institution_data(shown, ways, absolute("network:public-institution", pk))),
        "fields": shown.fields_of_action.order_by("position", "name"),
        "profile": profile_of(shown),
        "places": places,
        "places_say_something": len(places) > 1 or any(place.says_something for place in places),
        "lineage": lineage_of(PUBLIC, shown),
        "may_keep": False,
        "offers": offers_of(shown, on=today),
        "may_see_all": policies.may_see_all_institutions(request.actor),
        "is_visitor": policies.is_visitor(request.actor, shown),
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
