"""Offers for the office: list, record, forms."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.exchange.offer_tables import offers_table
from bildungsnetz.network.selectors import offers as found
from bildungsnetz.network.selectors.own_offers import offers_to_keep
from bildungsnetz.network.selectors.page_views import figures_of_offer
from bildungsnetz.network.services.offers import edit_offer, enter_offer
from bildungsnetz.network.web.forms.offers import NewOfferForm, OfferForm, OfficeOfferFilter, initial_of
from bildungsnetz.network.web.views.upkeep import home_of


def offer_list(request: Request) -> HttpResponse:
    form = OfficeOfferFilter(request.GET)
    sort = request.GET.get("sortierung", "")
    today = _today()
    page = {
        "page": page_of(request, found.find_offers(request.actor, form.wanted(sort), on=today)),
        "form": form,
        "sort": sort,
        "today": today,
        "query": request.GET.urlencode(),
        "may_enter": policies.may_enter_offer(request.actor),
    }
    return render(request, "network/offers.html", page)


def offers_file(request: Request) -> HttpResponse:
    wanted = OfficeOfferFilter(request.GET).wanted(request.GET.get("sortierung", ""))
    return answer(request, offers_table(found.find_offers(request.actor, wanted, on=_today())))


def offer(request: Request, pk: int) -> HttpResponse:
    today = _today()
    shown = get_object_or_404(offers_to_keep(request.actor), pk=pk)
    page = {
        "shown": shown,
        "today": today,
        "is_shown": found.shown_offers(on=today).filter(pk=pk).exists(),
        "figures": figures_of_offer(shown, today=today),
        "history": history_of(shown),
        "may_edit": policies.may_edit_offer(request.actor, shown),
        "may_see_all": policies.may_see_all_offers(request.actor),
        "provider_url": home_of(request, shown.institution_id),
    }
    return render(request, "network/offer.html", page)


def new_offer(request: Request) -> HttpResponse:
    given = {
        "institution": request.GET.get("einrichtung"),
        "cost": "free",
        "place": "here",
        "languages": ["de"],
    }
    form = NewOfferForm(request.POST or None, actor=request.actor, initial={**given, "is_public": True})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            whose = form.cleaned_data["institution"]
            entered = enter_offer(actor=request.actor, institution=whose, entry=form.entry(), now=clock.now())
            messages.success(request, _("Das Angebot ist erfasst."))
            return redirect("network:offer", entered.pk)
    return _form(request, form, None)


def edit(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(found.offers(request.actor, on=_today()), pk=pk)
    form = OfferForm(request.POST or None, initial=initial_of(found.offer_entry_of(shown), shown.version))
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            edit_offer(
                actor=request.actor,
                offer=shown,
                entry=form.entry(),
                version=form.cleaned_data["version"] or 0,
                now=clock.now(),
            )
            messages.success(request, _("Das Angebot ist gespeichert."))
            return redirect("network:offer", pk)
    return _form(request, form, shown)


def _form(request: Request, form: OfferForm, shown: Any) -> HttpResponse:
    return render(request, "network/offer_form.html", {"form": form, "shown": shown})


def _today() -> Any:
    return clock.day_of(clock.now())
