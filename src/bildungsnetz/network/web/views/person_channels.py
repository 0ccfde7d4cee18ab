"""Further ways to reach a person, and what a person objects to."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.selectors.objections import objections_of, person_channels
from bildungsnetz.network.selectors.people import people
from bildungsnetz.network.services import person_channels as acts
from bildungsnetz.network.web.forms.person_channels import ObjectionForm, PersonChannelForm


def new_channel(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people(request.actor), pk=pk)
    form = PersonChannelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.add_person_channel(actor=request.actor, person=shown, entry=form.entry(), now=clock.now())
            messages.success(request, _("Der Kontaktweg ist ergänzt."))
            return redirect("network:person", pk)
    return render(request, "network/person_channel_form.html", {"form": form, "shown": shown})


def remove_channel(request: Request, pk: int, channel_pk: int) -> HttpResponse:
    shown = get_object_or_404(people(request.actor), pk=pk)
    channel = get_object_or_404(person_channels(shown), pk=channel_pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            acts.remove_person_channel(actor=request.actor, channel=channel, now=clock.now())
            messages.success(request, _("Der Kontaktweg ist entfernt."))
            return redirect("network:person", pk)
    page = {"form": form, "shown": shown, "channel": channel}
    return render(request, "network/person_channel_remove.html", page)


def record_objection(request: Request, pk: int) -> HttpResponse:
    shown = _may_object(request, pk)
    form = ObjectionForm(request.POST or None, initial={"received_on": clock.day_of(clock.now())})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.record_objection(actor=request.actor, person=shown, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Der Widerspruch ist festgehalten und gilt ab sofort."))
            return redirect("network:person", pk)
    return render(request, "network/objection_form.html", {"form": form, "shown": shown})


def withdraw_objection(request: Request, pk: int, objection_pk: int) -> HttpResponse:
    shown = _may_object(request, pk)
    objection = get_object_or_404(objections_of(shown), pk=objection_pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            acts.withdraw_objection(actor=request.actor, objection=objection, now=clock.now())
            messages.success(request, _("Der Widerspruch ist aufgehoben."))
            return redirect("network:person", pk)
    page = {"form": form, "shown": shown, "objection": objection}
    return render(request, "network/objection_withdraw.html", page)


def _may_object(request: Request, pk: int) -> Any:
    """The person, for those who may record that she objects."""
    shown = get_object_or_404(people(request.actor), pk=pk)
    if not policies.may_record_objection(request.actor, shown):
        raise PermissionDenied
    return shown
