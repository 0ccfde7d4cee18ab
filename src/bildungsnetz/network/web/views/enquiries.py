"""Writing to the provider of an offer: no account, no cookie, no address shown."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.limits import Limit, address_of
from bildungsnetz.core.web.public_forms import public_form
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.selectors.offers import shown_offers
from bildungsnetz.network.services.enquiries import ask_provider
from bildungsnetz.network.web.forms.enquiries import EnquiryForm

ENQUIRIES = Limit("offer-enquiry", amount=20, seconds=3600)
TOO_MANY = 429


@never_cache
@public_form
def ask(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(shown_offers(on=clock.day_of(clock.now())), pk=pk)
    form, status, who = EnquiryForm(request.POST or None), 200, address_of(request)
    if request.method == "POST" and form.is_valid():
        if ENQUIRIES.is_reached(who):
            form.add_error(
                None, _("Von hier kamen gerade sehr viele Anfragen. Bitte warten Sie eine Stunde.")
            )
            status = TOO_MANY
        else:
            with show_errors(form):
                typed = {name: form.cleaned_data[name] for name in ("name", "email", "message")}
                ask_provider(offer=shown, receipt=form.receipt, now=clock.now(), **typed)
                ENQUIRIES.count(who)
                return render(request, "network/enquiry_thanks.html", {"shown": shown})
    return render(request, "network/enquiry_form.html", {"shown": shown, "form": form}, status=status)
