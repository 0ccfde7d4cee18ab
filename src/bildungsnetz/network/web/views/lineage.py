"""Branches, parents and successors of institutions, for the office."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.lineage import lineage_of
from bildungsnetz.network.services import lineage as acts
from bildungsnetz.network.web.forms.lineage import ParentForm, SuccessorForm


def set_parent(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions(request.actor), pk=pk)
    above = lineage_of(request.actor, shown).parent
    form = ParentForm(request.POST or None, actor=request.actor, institution=shown, initial={"parent": above})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            parent = form.cleaned_data["parent"]
            acts.set_parent(actor=request.actor, institution=shown, parent=parent, now=clock.now())
            messages.success(request, _("Die Zuordnung ist gespeichert."))
            return redirect("network:institution", pk)
    return render(request, "network/parent_form.html", {"form": form, "shown": shown})


def name_successor(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions(request.actor), pk=pk)
    form = SuccessorForm(request.POST or None, actor=request.actor, institution=shown)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.name_successor(actor=request.actor, institution=shown, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Nachfolge ist festgehalten."))
            return redirect("network:institution", pk)
    return render(request, "network/successor_form.html", {"form": form, "shown": shown})


def withdraw_successor(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions(request.actor), pk=pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            acts.withdraw_successor(actor=request.actor, institution=shown, now=clock.now())
            messages.success(request, _("Die Nachfolge ist zurückgenommen."))
            return redirect("network:institution", pk)
    return render(request, "network/successor_withdraw.html", {"form": form, "shown": shown})
