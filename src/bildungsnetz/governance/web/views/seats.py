"""Sides and seats of a body."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.selectors import bodies as reads
from bildungsnetz.governance.services import seat_rules as acts
from bildungsnetz.governance.web.forms.bodies import SeatChangeForm, SeatRuleForm, SideForm
from bildungsnetz.governance.web.forms.mandates import SeatEndForm


def new_side(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.bodies(request.actor), pk=pk)
    _require(allowed=policies.may_change_body(request.actor, shown))
    form = SideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.add_side(actor=request.actor, body=shown, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Seite ist eingerichtet."))
            return redirect("governance:body", pk)
    return render(request, "governance/body_side.html", {"form": form, "body": shown, "side": None})


def side_edit(request: Request, pk: int) -> HttpResponse:
    side = get_object_or_404(reads.sides(request.actor), pk=pk)
    _require(allowed=policies.may_change_body(request.actor, side.body))
    form = SideForm(request.POST or None, instance=side)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.change_side(actor=request.actor, side=side, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Seite ist geändert."))
            return redirect("governance:body", side.body_id)
    return render(request, "governance/body_side.html", {"form": form, "body": side.body, "side": side})


def new_seat_rule(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.bodies(request.actor), pk=pk)
    _require(allowed=policies.may_change_body(request.actor, shown))
    form = SeatRuleForm(request.POST or None, body=shown)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.add_seat_rule(actor=request.actor, body=shown, rule=form.rule(), now=clock.now())
            messages.success(request, _("Der Sitz ist eingerichtet."))
            return redirect("governance:body", pk)
    return render(request, "governance/body_seat_new.html", {"form": form, "body": shown})


def seat_rule_edit(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(reads.seat_rules(request.actor), pk=pk)
    _require(allowed=policies.may_change_body(request.actor, row.body))
    now = clock.now()
    initial = {"effective_on": clock.day_of(now)}
    form = SeatChangeForm(request.POST or None, body=row.body, instance=row, initial=initial)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["effective_on"]
        with show_errors(form):
            acts.change_seat_rule(actor=request.actor, row=row, wanted=form.rule(), effective_on=day, now=now)
            messages.success(request, _("Die Änderung ist eingetragen."))
            return redirect("governance:body", row.body_id)
    return render(request, "governance/body_seat_edit.html", {"form": form, "body": row.body, "row": row})


def seat_rule_end(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(reads.seat_rules(request.actor), pk=pk)
    _require(allowed=policies.may_change_body(request.actor, row.body))
    form = SeatEndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["valid_until"]
        with show_errors(form):
            acts.end_seat_rule(actor=request.actor, row=row, valid_until=day, now=clock.now())
            messages.success(request, _("Der Sitz endet mit dem angegebenen Tag."))
            return redirect("governance:body", row.body_id)
    return render(request, "governance/body_seat_end.html", {"form": form, "body": row.body, "row": row})


def _require(*, allowed: bool) -> None:
    if not allowed:
        raise NotAllowed
