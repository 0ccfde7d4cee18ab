"""The register of institutions for the office."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.selectors import directory as found
from bildungsnetz.network.selectors.cooperations import cooperations_of
from bildungsnetz.network.selectors.freshness import with_freshness
from bildungsnetz.network.selectors.institutions import channels, institutions, with_main_site
from bildungsnetz.network.selectors.keeping import stewardships_of
from bildungsnetz.network.selectors.kinds import kinds_in
from bildungsnetz.network.selectors.lineage import lineage_of
from bildungsnetz.network.selectors.offers import offers
from bildungsnetz.network.selectors.page_views import figures_of_institution
from bildungsnetz.network.selectors.people import functions_in
from bildungsnetz.network.selectors.profiles import places_of, profile_of
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.services.institutions import edit_institution, enter_institution
from bildungsnetz.network.web.forms.filters import OfficeFilter
from bildungsnetz.network.web.forms.institutions import InstitutionForm, OwnFieldsForm, initial_of


def institution_list(request: Request) -> HttpResponse:
    form = OfficeFilter(request.GET, kinds=kinds_in(request.actor))
    sort = request.GET.get("sortierung", "")
    hits = found.find_institutions(request.actor, form.wanted(sort))
    page = {
        "page": page_of(request, hits),
        "form": form,
        "sort": sort,
        "query": request.GET.urlencode(),
        "may_enter": policies.may_enter_institution(request.actor),
        "may_import": policies.may_plan_import(request.actor),
    }
    return render(request, "network/institutions.html", page)


def institution(request: Request, pk: int) -> HttpResponse:
    today = clock.day_of(clock.now())
    shown = get_object_or_404(with_freshness(with_main_site(institutions(request.actor)), on=today), pk=pk)
    page = {
        "shown": shown,
        "channels": channels(request.actor, shown),
        "fields": shown.fields_of_action.order_by("position", "name"),
        "offers": offers(request.actor, on=today).filter(institution=shown),
        "functions": functions_in(request.actor, shown, on=today),
        "figures": figures_of_institution(shown, today=today)
        if policies.may_see_figures(request.actor, shown)
        else None,
        "history": history_of(shown),
        "cooperations": cooperations_of(request.actor, shown),
        "may_see_cooperations": policies.may_see_cooperations(request.actor),
        "may_enter_cooperation": policies.may_enter_cooperation(request.actor),
        "profile": profile_of(shown),
        "places": places_of(shown),
        "lineage": lineage_of(request.actor, shown),
        "stewardships": stewardships_of(shown),
        "may_edit": policies.may_edit_institution(request.actor, shown),
        "may_keep": policies.may_keep_institution(request.actor, shown),
        "may_give": policies.may_give_stewardship(request.actor),
        "may_confirm": policies.may_confirm_institution(request.actor),
        "may_see_people": policies.may_see_people(request.actor),
        "may_enter_offer": policies.may_enter_offer(request.actor),
    }
    return render(request, "network/institution.html", page)


def new_institution(request: Request) -> HttpResponse:
    form = InstitutionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            entered = enter_institution(actor=request.actor, entry=form.new_entry(), now=clock.now())
            messages.success(request, _("Die Einrichtung ist erfasst."))
            return redirect("network:institution", entered.pk)
    return render(request, "network/institution_form.html", {"form": form, "shown": None})


def edit(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(with_main_site(institutions(request.actor)), pk=pk)
    before = entry_of(shown)
    kind_of_form = OwnFieldsForm if shown.is_official else InstitutionForm
    form = kind_of_form(request.POST or None, initial=initial_of(before, shown.version))
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            edit_institution(
                actor=request.actor,
                institution=shown,
                entry=form.entry(before),
                version=form.cleaned_data["version"] or 0,
                now=clock.now(),
            )
            messages.success(request, _("Die Angaben sind gespeichert."))
            return redirect("network:institution", pk)
    return render(request, "network/institution_form.html", {"form": form, "shown": shown})
