"""The own institution: what somebody keeps by invitation of the office."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.selectors.institutions import (
    channels,
    institutions,
    is_in_directory,
    with_main_site,
)
from bildungsnetz.network.selectors.keeping import own_institutions, stewardships_of
from bildungsnetz.network.selectors.own_offers import own_offers_of
from bildungsnetz.network.selectors.page_views import figures_of_institution
from bildungsnetz.network.selectors.profiles import places_of, profile_of
from bildungsnetz.network.services import stewardships as acts
from bildungsnetz.network.web.forms.stewardship import StewardshipForm


def own_list(request: Request) -> HttpResponse:
    found = with_main_site(own_institutions(request.actor))
    return render(request, "network/own_institutions.html", {"page": page_of(request, found)})


def own_institution(request: Request, pk: int) -> HttpResponse:
    today = clock.day_of(clock.now())
    shown = get_object_or_404(with_main_site(own_institutions(request.actor)), pk=pk)
    page = {
        "shown": shown,
        "is_open": is_in_directory(shown),
        "channels": channels(request.actor, shown),
        "fields": shown.fields_of_action.order_by("position", "name"),
        "profile": profile_of(shown),
        "places": places_of(shown),
        "may_keep": True,
        "offers": own_offers_of(request.actor, shown),
        "today": today,
        "figures": figures_of_institution(shown, today=today),
        "history": history_of(shown),
    }
    return render(request, "network/own_institution.html", page)


def give(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions(request.actor), pk=pk)
    today = clock.day_of(clock.now())
    form = StewardshipForm(request.POST or None, actor=request.actor, institution=shown, on=today)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.give_stewardship(
                actor=request.actor, institution=shown, now=clock.now(), **form.cleaned_data
            )
            messages.success(request, _("Die Pflege ist übertragen, die Person bekommt eine Mail."))
            return redirect("network:institution", pk)
    return render(request, "network/stewardship_form.html", {"form": form, "shown": shown})


def end(request: Request, pk: int, stewardship_pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions(request.actor), pk=pk)
    held = get_object_or_404(stewardships_of(shown), pk=stewardship_pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            acts.end_stewardship(actor=request.actor, stewardship=held, now=clock.now())
            messages.success(request, _("Die Pflege ist beendet."))
            return redirect("network:institution", pk)
    return render(request, "network/stewardship_end.html", {"form": form, "shown": shown, "held": held})
