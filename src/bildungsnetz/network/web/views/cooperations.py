"""Relations between institutions for the office."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock, files
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.exchange.cooperation_table import cooperations_table
from bildungsnetz.network.selectors.cooperations import cooperations, find_cooperations
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.services import cooperations as acts
from bildungsnetz.network.web.forms.cooperations import CooperationFilter, CooperationForm, initial_of
from bildungsnetz.network.web.forms.lookup import called


def cooperation_list(request: Request) -> HttpResponse:
    form = CooperationFilter(request.GET)
    page = {
        "page": page_of(request, find_cooperations(request.actor, form.asked())),
        "form": form,
        "query": request.GET.urlencode(),
        "may_enter": policies.may_enter_cooperation(request.actor),
    }
    return render(request, "network/cooperations.html", page)


def cooperations_file(request: Request) -> HttpResponse:
    asked = CooperationFilter(request.GET).asked()
    return answer(request, cooperations_table(find_cooperations(request.actor, asked)))


def cooperation(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(cooperations(request.actor), pk=pk)
    page = {
        "shown": shown,
        "history": history_of(shown),
        "may_edit": policies.may_edit_cooperation(request.actor),
        "may_remove": policies.may_remove_cooperation(request.actor),
    }
    return render(request, "network/cooperation.html", page)


def new_cooperation(request: Request) -> HttpResponse:
    form = CooperationForm(
        request.POST or None, request.FILES or None, actor=request.actor, initial=_start(request)
    )
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            entered = acts.enter_cooperation(
                actor=request.actor, entry=form.entry(), agreement=form.document(), now=clock.now()
            )
            messages.success(request, _("Die Kooperation ist eingetragen."))
            return redirect("network:cooperation", entered.pk)
    return render(request, "network/cooperation_form.html", {"form": form, "shown": None})


def edit(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(cooperations(request.actor), pk=pk)
    form = CooperationForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        initial=initial_of(shown),
    )
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.edit_cooperation(
                actor=request.actor,
                cooperation=shown,
                entry=form.entry(),
                agreement=form.document(),
                version=form.cleaned_data["version"] or 0,
                now=clock.now(),
            )
            messages.success(request, _("Die Angaben sind gespeichert."))
            return redirect("network:cooperation", pk)
    return render(request, "network/cooperation_form.html", {"form": form, "shown": shown})


def remove(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(cooperations(request.actor), pk=pk)
    form = forms.Form(request.POST or None)
    if request.method == "POST":
        acts.remove_cooperation(actor=request.actor, cooperation=shown, now=clock.now())
        messages.success(request, _("Die Kooperation ist entfernt."))
        return redirect("network:cooperations")
    return render(request, "network/cooperation_remove.html", {"shown": shown, "form": form})


def agreement(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(cooperations(request.actor), pk=pk)
    if shown.agreement is None:
        raise Http404
    return files.answer(shown.agreement)


def _start(request: Request) -> dict[str, object]:
    """The form starts with the institution from whose page somebody came, and with today."""
    key = request.GET.get("einrichtung", "")
    known = institutions(request.actor).filter(pk=key).first() if key.isdecimal() else None
    return {"first": called(known) if known else "", "started_on": clock.day_of(clock.now())}
