"""The page behind the link of a reminder: looking changes nothing, the button prolongs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.core import clock
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.offers import prolonged
from bildungsnetz.network.selectors.offer_links import offer_by_token
from bildungsnetz.network.services.offers import prolong_offer


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def prolong(request: Request, token: str) -> HttpResponse:
    offer = offer_by_token(token)
    if offer is None:
        return render(request, "network/offer_link_over.html", status=410)
    if request.method == "POST":
        try:
            kept = prolong_offer(token=token, now=clock.now())
        except RuleViolation:  # somebody was quicker
            return render(request, "network/offer_link_over.html", status=410)
        return render(request, "network/offer_prolonged.html", {"shown": kept})
    until = prolonged(offer.valid_until, clock.day_of(clock.now()))
    return render(request, "network/offer_prolong.html", {"shown": offer, "until": until})
