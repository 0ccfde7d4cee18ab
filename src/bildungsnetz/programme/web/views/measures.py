"""Measures."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.registers.chain import trace
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.api import order_for
from bildungsnetz.programme import policies
from bildungsnetz.programme.domain.states import MeasureText, TaskState, gaps
from bildungsnetz.programme.selectors import measures as selectors
from bildungsnetz.programme.services import measures as services
from bildungsnetz.programme.web.forms.measures import (
    MeasureForm,
    MoveMeasureForm,
    TaskForm,
    initial_of,
)


def measures(request: Request) -> HttpResponse:
    every = request.GET.get("zeigen") == "alle"
    rows = selectors.measures(request.actor)
    page = page_of(request, rows if every else selectors.running(rows))
    may_plan = policies.may_plan(request.actor)
    return render(request, "programme/measures.html", {"page": page, "every": every, "may_plan": may_plan})


def measure(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(selectors.measures(request.actor), pk=pk)
    text = MeasureText(shown.target_group, shown.outcome, shown.indicator, shown.ends_on)
    page = {
        "measure": shown,
        "tasks": [
            (task, policies.may_work_on(request.actor, task))
            for task in selectors.tasks_of(request.actor, shown)
        ],
        "task_states": TaskState.choices,
        "links": trace(request.actor, "programme.measure", shown.pk),
        "history": history_of(shown),
        "gaps": gaps(text),
        "may_change": policies.may_change(request.actor, shown),
        "move_form": MoveMeasureForm(measure=shown),
        "task_form": TaskForm(actor=request.actor),
        "today": clock.day_of(clock.now()),
    }
    return render(request, "programme/measure.html", page)


def plan(request: Request) -> HttpResponse:
    order = order_for(request.actor, request.GET.get("auftrag", ""))
    initial = {"title": order.title, "field_of_action": order.field_of_action} if order else {}
    form = MeasureForm(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            planned = services.plan_measure(
                actor=request.actor, description=form.description(), order=order, now=clock.now()
            )
            messages.success(request, _("Die Maßnahme ist angelegt."))
            return redirect("programme:measure", planned.pk)
    return render(request, "programme/measure_form.html", {"form": form, "order": order})


def change(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(selectors.measures(request.actor), pk=pk)
    policies.demand_change(request.actor, shown)
    form = MeasureForm(request.POST or None, actor=request.actor, initial=initial_of(shown))
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.change_measure(
                actor=request.actor,
                measure=shown,
                description=form.description(),
                expected_version=form.cleaned_data["version"] or 0,
                now=clock.now(),
            )
            messages.success(request, _("Die Maßnahme ist gespeichert."))
            return redirect("programme:measure", pk)
    return render(request, "programme/measure_form.html", {"form": form, "measure": shown})


def move(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(selectors.measures(request.actor), pk=pk)
    policies.demand_change(request.actor, shown)
    form = MoveMeasureForm(request.POST or None, measure=shown)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.move_measure(actor=request.actor, measure=shown, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Der Stand ist geändert."))
            return redirect("programme:measure", pk)
    return render(request, "programme/measure_move.html", {"form": form, "measure": shown})
