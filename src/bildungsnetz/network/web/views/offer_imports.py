"""The import of offers: upload, columns, plan, commit, refused rows."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.exchange.refused_table import refused_table
from bildungsnetz.network.selectors.offer_imports import offer_counts, offer_imports, offer_rows
from bildungsnetz.network.services import offer_imports as acts
from bildungsnetz.network.web.forms.filters import RowFilter
from bildungsnetz.network.web.forms.offer_imports import MappingForm, OfferListForm
from bildungsnetz.network.web.plan_page import figures, offer_lines
from bildungsnetz.network.web.settling import settle


def run_list(request: Request) -> HttpResponse:
    return render(
        request, "network/offer_imports.html", {"page": page_of(request, offer_imports(request.actor))}
    )


def upload(request: Request) -> HttpResponse:
    form = OfferListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            run = acts.read_offers(
                actor=request.actor,
                heads=form.sheet.heads,
                rows=form.sheet.rows,
                encoding=form.sheet.encoding,
                file_name=form.cleaned_data["file"].name,
                now=clock.now(),
            )
            return redirect("network:offer-import-columns", run.pk)
    return render(request, "network/offer_import_upload.html", {"form": form})


def columns(request: Request, pk: int) -> HttpResponse:
    run = get_object_or_404(offer_imports(request.actor), pk=pk)
    given = {"institution": run.institution_id, "until": run.until}
    form = MappingForm(request.POST or None, actor=request.actor, run=run, initial=given)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.plan_offers(
                actor=request.actor,
                run=run,
                mapping=form.mapping(),
                institution=form.cleaned_data["institution"],
                until=form.cleaned_data["until"],
                now=clock.now(),
            )
            return redirect("network:offer-import", pk)
    page = {
        "run": run,
        "form": form,
        "rows": [zip(run.heads, cells, strict=False) for _line, cells in run.table[:3]],
    }
    return render(request, "network/offer_import_columns.html", page)


def run_page(request: Request, pk: int) -> HttpResponse:
    run = get_object_or_404(offer_imports(request.actor), pk=pk)
    form = RowFilter(request.GET)
    page = page_of(request, offer_rows(run, form.cleaned_data["zeilen"] if form.is_valid() else ""))
    counts = offer_counts(run)
    context = {
        "run": run,
        "form": form,
        "page": page,
        "lines": offer_lines(page),
        "figures": figures(counts),
        "writes": counts[RowKind.NEW] + counts[RowKind.CHANGED],
        "refused": counts[RowKind.REFUSED],
    }
    return render(request, "network/offer_import.html", context)


def refused_file(request: Request, pk: int) -> HttpResponse:
    run = get_object_or_404(offer_imports(request.actor), pk=pk)
    rows = offer_rows(run, RowKind.REFUSED).values_list("line", "reference", "label", "reason")
    return answer(request, refused_table(rows))


def commit(request: Request, pk: int) -> HttpResponse:
    return _settle(request, pk, acts.commit_offers, _("Die Angebote sind übernommen."), is_commit=True)


def discard(request: Request, pk: int) -> HttpResponse:
    return _settle(request, pk, acts.discard_offers, _("Die Liste ist verworfen."), is_commit=False)


def _settle(
    request: Request, pk: int, act: Callable[..., object], done: str, *, is_commit: bool
) -> HttpResponse:
    run = get_object_or_404(offer_imports(request.actor), pk=pk)
    shown = {"figures": figures(offer_counts(run)), "is_commit": is_commit}
    template = "network/offer_import_settle.html"
    return settle(request, run, act, done=done, to="network:offer-import", template=template, shown=shown)
