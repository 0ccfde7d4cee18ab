"""Mandates with their deputies, and the chair of a body."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.policies.body_basis import may_set_consent
from bildungsnetz.governance.selectors import mandates as reads
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.selectors.body_basis import consent_of
from bildungsnetz.governance.services.chairs import end_chair, set_chair
from bildungsnetz.governance.services.deputyships import add_deputyship, end_deputyship
from bildungsnetz.governance.services.mandates import add_mandate, end_mandate
from bildungsnetz.governance.web.forms.mandates import ChairForm, DeputyForm, EndForm, MandateForm


def mandate(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.mandates(request.actor), pk=pk)
    body = shown.seat_rule.body
    page = {
        "mandate": shown,
        "body": body,
        "deputyships": reads.deputyships(request.actor).filter(mandate=shown),
        "chairs": reads.chairs(request.actor).filter(mandate=shown),
        "today": _today(),
        "may_add": policies.may_add_mandate(request.actor, body),
        "may_end": policies.may_end_mandate(request.actor, body),
        "may_set_chair": policies.may_set_chair(request.actor, body),
        "consent": consent_of(shown.person),
        "may_set_consent": may_set_consent(request.actor, shown.person),
        "may_see_person": request.actor.can("network.person.see"),
    }
    return render(request, "governance/mandate.html", page)


def new_mandate(request: Request, pk: int) -> HttpResponse:
    body = get_object_or_404(bodies(request.actor), pk=pk)
    _require(allowed=policies.may_add_mandate(request.actor, body))
    initial = {
        "seat_rule": request.GET.get("sitz"),
        "person": request.GET.get("person"),
        "starts_on": _today(),
    }
    form = MandateForm(request.POST or None, actor=request.actor, body=body, today=_today(), initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = add_mandate(actor=request.actor, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Das Mandat ist eingetragen."))
            return redirect("governance:mandate", made.pk)
    return render(request, "governance/mandate_new.html", {"form": form, "body": body})


def mandate_end(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.mandates(request.actor), pk=pk)
    _require(allowed=policies.may_end_mandate(request.actor, shown.seat_rule.body))
    form = EndForm(request.POST or None, initial={"ends_on": shown.ends_on})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            end_mandate(actor=request.actor, mandate=shown, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Das Mandat endet mit dem angegebenen Tag."))
            return redirect("governance:mandate", pk)
    return render(request, "governance/mandate_end.html", {"form": form, "mandate": shown})


def new_deputy(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.mandates(request.actor), pk=pk)
    _require(allowed=policies.may_add_mandate(request.actor, shown.seat_rule.body))
    initial = {"starts_on": max(_today(), shown.starts_on)}
    form = DeputyForm(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            add_deputyship(actor=request.actor, mandate=shown, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Vertretung ist eingetragen."))
            return redirect("governance:mandate", pk)
    return render(request, "governance/mandate_deputy_new.html", {"form": form, "mandate": shown})


def deputy_end(request: Request, pk: int) -> HttpResponse:
    deputyship = get_object_or_404(reads.deputyships(request.actor), pk=pk)
    shown = deputyship.mandate
    _require(allowed=policies.may_end_mandate(request.actor, shown.seat_rule.body))
    form = EndForm(request.POST or None, initial={"ends_on": deputyship.ends_on})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            end_deputyship(actor=request.actor, deputyship=deputyship, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Vertretung endet mit dem angegebenen Tag."))
            return redirect("governance:mandate", shown.pk)
    page = {"form": form, "deputyship": deputyship, "mandate": shown}
    return render(request, "governance/mandate_deputy_end.html", page)


def chair_set(request: Request, pk: int) -> HttpResponse:
    body = get_object_or_404(bodies(request.actor), pk=pk)
    _require(allowed=policies.may_set_chair(request.actor, body))
    initial = {"mandate": request.GET.get("mandat"), "starts_on": _today()}
    form = ChairForm(request.POST or None, body=body, today=_today(), initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            set_chair(actor=request.actor, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Der Vorsitz ist eingetragen."))
            return redirect("governance:body", pk)
    return render(request, "governance/body_chair.html", {"form": form, "body": body})


def chair_end(request: Request, pk: int) -> HttpResponse:
    chair = get_object_or_404(reads.chairs(request.actor), pk=pk)
    _require(allowed=policies.may_set_chair(request.actor, chair.body))
    form = EndForm(request.POST or None, initial={"ends_on": chair.ends_on})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            end_chair(actor=request.actor, chair=chair, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Der Vorsitz endet mit dem angegebenen Tag."))
            return redirect("governance:body", chair.body_id)
    return render(
        request, "governance/body_chair_end.html", {"form": form, "chair": chair, "body": chair.body}
    )


def _require(*, allowed: bool) -> None:
    if not allowed:
        raise NotAllowed


def _today() -> date:
    return clock.day_of(clock.now())
