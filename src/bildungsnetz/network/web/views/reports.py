"""The public form "Fehler melden" on every entry: one field, no cookie."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from bildungsnetz.core import clock
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.web.public_forms import public_form
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.offers import shown_offers
from bildungsnetz.network.services.proposals import report_mistake
from bildungsnetz.network.web.forms.freshness import ReportForm


@never_cache
@public_form
def institution(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions(PUBLIC), pk=pk)
    back = reverse("network:public-institution", args=[pk])
    return _report(request, {"institution": shown}, str(shown), back)


@never_cache
@public_form
def offer(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(shown_offers(on=_today()), pk=pk)
    back = reverse("network:public-offer", args=[pk])
    return _report(request, {"institution": shown.institution, "offer": shown}, str(shown), back)


def _report(request: Request, about: dict[str, object], name: str, back: str) -> HttpResponse:
    """The thanks stand on the page itself: a redirect with a message would need a cookie."""
    form = ReportForm(request.POST or None)
    page: dict[str, object] = {"form": form, "name": name, "back": back}
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        kept = report_mistake(
            receipt=form.receipt,
            message=told["message"],
            email=told["email"],
            now=clock.now(),
            **about,  # type: ignore[arg-type]
        )
        return render(request, "network/report_thanks.html", {**page, "proposal": kept})
    return render(request, "network/report_form.html", page)


def _today() -> date:
    return clock.day_of(clock.now())
