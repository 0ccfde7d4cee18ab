"""Rotating seats: their calendar, planning, swapping two turns."""

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
from bildungsnetz.governance.selectors import mandates as reads
from bildungsnetz.governance.selectors.bodies import bodies, seat_rules
from bildungsnetz.governance.services.rotations import plan_rotation, swap_turns
from bildungsnetz.governance.web.forms.rotations import RotationForm, SwapForm


def rotation_calendar(request: Request, pk: int) -> HttpResponse:
    body = get_object_or_404(bodies(request.actor), pk=pk)
    page = {
        "body": body,
        "rotations": reads.rotations(request.actor).filter(seat_rule__body=body),
        "today": _today(),
        "may_add_mandate": policies.may_add_mandate(request.actor, body),
    }
    return render(request, "governance/rotations.html", page)


def new_rotation(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(seat_rules(request.actor), pk=pk)
    _require(allowed=policies.may_add_mandate(request.actor, row.body))
    initial = {"starts_on": _today(), "nominated_by": row.nominating_party}
    form = RotationForm(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            plan_rotation(actor=request.actor, seat_rule=row, now=clock.now(), **form.facts())
            messages.success(request, _("Die Wechsel sind geplant, jeder Turnus ist als Mandat eingetragen."))
            return redirect("governance:rotations", row.body_id)
    return render(request, "governance/rotation_new.html", {"form": form, "row": row, "body": row.body})


def turn_swap(request: Request, pk: int) -> HttpResponse:
    turn = get_object_or_404(reads.mandates(request.actor).filter(rotation__isnull=False), pk=pk)
    body = turn.seat_rule.body
    _require(allowed=policies.may_add_mandate(request.actor, body))
    later = reads.mandates(request.actor).filter(rotation=turn.rotation_id, starts_on__gt=_today())
    form = SwapForm(request.POST or None, turn=turn, later=later)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            swap_turns(actor=request.actor, one=turn, other=form.cleaned_data["other"], now=clock.now())
            messages.success(request, _("Die Turnusse sind getauscht."))
            return redirect("governance:rotations", body.pk)
    return render(request, "governance/rotation_swap.html", {"form": form, "turn": turn, "body": body})


def _require(*, allowed: bool) -> None:
    if not allowed:
        raise NotAllowed


def _today() -> date:
    return clock.day_of(clock.now())
