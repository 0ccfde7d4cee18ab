"""The import of the official list: upload, plan, commit, result."""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.exchange.refused_table import refused_table
from bildungsnetz.network.selectors.imports import counts_of, import_runs, rows_of
from bildungsnetz.network.services import imports as acts
from bildungsnetz.network.web.forms.filters import RowFilter
from bildungsnetz.network.web.forms.settings import ImportForm
from bildungsnetz.network.web.plan_page import figures, lines
from bildungsnetz.network.web.settling import settle


def run_list(request: Request) -> HttpResponse:
    page = {
        "page": page_of(request, import_runs(request.actor)),
        "may_plan": policies.may_plan_import(request.actor),
    }
    return render(request, "network/imports.html", page)


def upload(request: Request) -> HttpResponse:
    form = ImportForm(request.POST or None, request.FILES or None, initial={"district": settings.REGION_AGS})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            run = acts.plan_import(
                actor=request.actor,
                official=form.official,
                file_name=form.cleaned_data["file"].name,
                file_hash=hashlib.sha256(form.content).hexdigest(),
                now=clock.now(),
            )
            return redirect("network:import", run.pk)
    return render(request, "network/import_upload.html", {"form": form})


def run_page(request: Request, pk: int) -> HttpResponse:
    run = get_object_or_404(import_runs(request.actor), pk=pk)
    form = RowFilter(request.GET)
    kind = form.cleaned_data["zeilen"] if form.is_valid() else ""
    page = page_of(request, rows_of(run, kind))
    counts = counts_of(run)
    context = {
        "run": run,
        "form": form,
        "page": page,
        "lines": lines(page),
        "figures": figures(counts),
        "refused": counts[RowKind.REFUSED],
        "writes": counts[RowKind.NEW] + counts[RowKind.CHANGED],
        "may_commit": run.is_open and policies.may_commit_import(request.actor),
        "may_discard": run.is_open and policies.may_plan_import(request.actor),
    }
    return render(request, "network/import.html", context)


def refused_file(request: Request, pk: int) -> HttpResponse:
    run = get_object_or_404(import_runs(request.actor), pk=pk)
    rows = rows_of(run, RowKind.REFUSED).values_list("line", "number", "label", "reason")
    return answer(request, refused_table(rows))


def commit(request: Request, pk: int) -> HttpResponse:
    return _settle(
        request, pk, acts.commit_import, "network/import_commit.html", _("Der Import ist übernommen.")
    )


def discard(request: Request, pk: int) -> HttpResponse:
    return _settle(
        request, pk, acts.discard_import, "network/import_discard.html", _("Der Import ist verworfen.")
    )


def _settle(request: Request, pk: int, act: Callable[..., object], template: str, done: str) -> HttpResponse:
    run = get_object_or_404(import_runs(request.actor), pk=pk)
    shown = {"figures": figures(counts_of(run))}
    return settle(request, run, act, done=done, to="network:import", template=template, shown=shown)
