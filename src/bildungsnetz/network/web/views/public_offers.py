"""The public offers: list and one offer, without account and without cookie."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from bildungsnetz.core import clock
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.exchange.linked_data import offer_data
from bildungsnetz.network.exchange.offer_tables import offers_table
from bildungsnetz.network.selectors import offers as found
from bildungsnetz.network.selectors.enquiries import enquiry_address
from bildungsnetz.network.web.forms.offers import OfferFilter
from bildungsnetz.network.web.linked_data import data_block


def offer_list(request: Request) -> HttpResponse:
    form = OfferFilter(request.GET)
    sort = request.GET.get("sortierung", "")
    hits = found.find_offers(PUBLIC, form.wanted(sort), on=clock.day_of(clock.now()))
    page = {"page": page_of(request, hits), "form": form, "sort": sort, "query": request.GET.urlencode()}
    page["unknown_place"] = form.unknown_place()
    return render(request, "network/public_offers.html", page)


def offers_file(request: Request) -> HttpResponse:
    wanted = OfferFilter(request.GET).wanted(request.GET.get("sortierung", ""))
    return answer(request, offers_table(found.find_offers(PUBLIC, wanted, on=clock.day_of(clock.now()))))


def offer(request: Request, pk: int) -> HttpResponse:
    """Whoever may see all is led to the office page of an offer that is over or not public."""
    may_see_all = policies.may_see_all_offers(request.actor)
    shown = found.shown_offers(on=clock.day_of(clock.now())).filter(pk=pk).first()
    if shown is None and may_see_all:
        return redirect("network:offer", pk)
    if shown is None:
        raise Http404
    provider = absolute("network:public-institution", shown.institution_id)
    data = offer_data(shown, absolute("network:public-offer", pk), provider)
    page = {
        "shown": shown,
        "may_see_all": may_see_all,
        "is_visitor": policies.is_visitor(request.actor, shown.institution),
        "may_ask": bool(enquiry_address(shown)),
        "linked_data": data_block(data),
    }
    return render(request, "network/public_offer.html", page)
