"""Tasks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.programme import policies
from bildungsnetz.programme.selectors import measures as selectors
from bildungsnetz.programme.services import tasks as services
from bildungsnetz.programme.web.forms.measures import MoveTaskForm, TaskForm


def add(request: Request, pk: int) -> HttpResponse:
    measure = get_object_or_404(selectors.measures(request.actor), pk=pk)
    policies.demand_change(request.actor, measure)
    form = TaskForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.add_task(actor=request.actor, measure=measure, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Aufgabe ist angelegt."))
            return redirect("programme:measure", pk)
    return render(request, "programme/task_form.html", {"form": form, "measure": measure})


def move(request: Request, pk: int, task_pk: int) -> HttpResponse:
    measure = get_object_or_404(selectors.measures(request.actor), pk=pk)
    task = get_object_or_404(selectors.tasks_of(request.actor, measure), pk=task_pk)
    if not policies.may_work_on(request.actor, task):
        raise NotAllowed
    form = MoveTaskForm(request.POST or None, initial={"state": task.state})
    if request.method == "POST" and form.is_valid():
        services.move_task(actor=request.actor, task=task, state=form.cleaned_data["state"], now=clock.now())
        messages.success(request, _("Der Stand der Aufgabe ist geändert."))
        return redirect("programme:measure", pk)
    return render(request, "programme/task_move.html", {"form": form, "measure": measure, "task": task})
