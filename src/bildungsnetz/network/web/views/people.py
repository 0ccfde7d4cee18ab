"""Persons and their functions for the office."""

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
from bildungsnetz.network import policies
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.objections import objections_of, person_channels
from bildungsnetz.network.selectors.people import (
    account_to_connect,
    functions_of,
    people,
    people_with_functions,
)
from bildungsnetz.network.services import people as acts
from bildungsnetz.network.web.forms.filters import PersonFilter
from bildungsnetz.network.web.forms.people import EndFunctionForm, FunctionForm, PersonForm

_FIELDS = ("title", "first_name", "last_name", "email", "phone", "version")


def person_list(request: Request) -> HttpResponse:
    form = PersonFilter(request.GET)
    form.is_valid()
    today = clock.day_of(clock.now())
    hits = people_with_functions(request.actor, on=today, text=form.cleaned_data.get("q", ""))
    page = {
        "page": page_of(request, hits),
        "form": form,
        "query": request.GET.urlencode(),
        "may_enter": policies.may_enter_person(request.actor),
    }
    return render(request, "network/people.html", page)


def person(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people(request.actor).select_related("user"), pk=pk)
    page = {
        "shown": shown,
        "functions": functions_of(shown),
        "history": history_of(shown),
        "channels": person_channels(shown),
        "objections": objections_of(shown),
        "may_object": policies.may_record_objection(request.actor, shown),
        "today": clock.day_of(clock.now()),
        "may_see_all": policies.may_see_people(request.actor),
        "may_edit": policies.may_edit_person(request.actor, shown),
        "may_enter_function": policies.may_enter_function(request.actor),
        "may_end_function": policies.may_end_function(request.actor),
        "account": account_to_connect(request.actor, shown),
        "may_invite": policies.may_invite_person(request.actor, shown),
    }
    return render(request, "network/person.html", page)


def new_person(request: Request) -> HttpResponse:
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            entered = acts.enter_person(actor=request.actor, entry=form.entry(), now=clock.now())
            messages.success(request, _("Die Person ist erfasst. Tragen Sie jetzt ein, was sie wo tut."))
            return redirect("network:person", entered.pk)
    return render(request, "network/person_form.html", {"form": form, "shown": None})


def edit(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people(request.actor), pk=pk)
    form = PersonForm(request.POST or None, initial={name: getattr(shown, name) for name in _FIELDS})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.edit_person(
                actor=request.actor,
                person=shown,
                entry=form.entry(),
                version=form.cleaned_data["version"] or 0,
                now=clock.now(),
            )
            messages.success(request, _("Die Angaben sind gespeichert."))
            return redirect("network:person", pk)
    return render(request, "network/person_form.html", {"form": form, "shown": shown})


def new_function(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people(request.actor), pk=pk)
    form = FunctionForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        typed = dict(form.cleaned_data)
        where = get_object_or_404(institutions(request.actor), pk=typed.pop("institution"))
        with show_errors(form):
            acts.enter_function(
                actor=request.actor, person=shown, institution=where, now=clock.now(), **typed
            )
            messages.success(request, _("Die Funktion ist eingetragen."))
            return redirect("network:person", pk)
    return render(request, "network/function_form.html", {"form": form, "shown": shown})


def end_function(request: Request, pk: int, function_pk: int) -> HttpResponse:
    shown = get_object_or_404(people(request.actor), pk=pk)
    held = get_object_or_404(functions_of(shown), pk=function_pk)
    form = EndFunctionForm(request.POST or None, initial={"last_day": clock.day_of(clock.now())})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.end_function(
                actor=request.actor,
                function=held,
                last_day=form.cleaned_data["last_day"],
                now=clock.now(),
            )
            messages.success(request, _("Die Funktion endet mit dem angegebenen Tag."))
            return redirect("network:person", pk)
    return render(request, "network/function_end.html", {"form": form, "shown": shown, "held": held})


def invite(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people(request.actor), pk=pk)
    account = account_to_connect(request.actor, shown)
    act = acts.connect_account if account else acts.invite_person
    form = forms.Form(request.POST or None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            act(actor=request.actor, person=shown, now=clock.now())
            done = _("Das Konto ist verbunden.") if account else _("Die Einladung ist unterwegs.")
            messages.success(request, done)
            return redirect("network:person", pk)
    return render(request, "network/person_invite.html", {"form": form, "shown": shown, "account": account})
