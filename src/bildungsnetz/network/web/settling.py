"""The page on which a planned import is committed or discarded: a question, a button, back to the run."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request


def settle(
    request: Request,
    run: Any,
    act: Callable[..., object],
    *,
    done: str,
    to: str,
    template: str,
    shown: Mapping[str, object],
) -> HttpResponse:
    """Carry the act out on POST, say that it is done and go to the run; a refusal is shown on the page."""
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            act(actor=request.actor, run=run, now=clock.now())
            messages.success(request, done)
            return redirect(to, run.pk)
    return render(request, template, {"run": run, "form": form, **shown})
