"""The page behind the link in a serial mail: looking changes nothing, the button ends it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.core import clock
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.selectors.list_runs import everybody_at, recipient_by_token
from bildungsnetz.network.services.signing_off import sign_off


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def page(request: Request, token: str) -> HttpResponse:
    recipient = recipient_by_token(token)
    if recipient is None:
        return render(request, "network/sign_off_over.html", status=410)
    context = {
        "recipient": recipient,
        "everybody": everybody_at(recipient),
        "is_done": request.method == "POST",
    }
    if request.method == "POST":
        sign_off(recipient=recipient, now=clock.now())
    return render(request, "network/sign_off.html", context)
