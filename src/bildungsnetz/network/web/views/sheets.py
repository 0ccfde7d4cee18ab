"""The hits of a search as a table, and the table on its way back: upload, plan, commit."""

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
from bildungsnetz.network.exchange.sheets import sheet_table
from bildungsnetz.network.selectors.sheets import known_rows, sheet_counts, sheet_imports, sheet_rows
from bildungsnetz.network.services import sheets as acts
from bildungsnetz.network.web.forms.sheets import SheetForm, SheetRowFilter
from bildungsnetz.network.web.plan_page import figures, sheet_lines
from bildungsnetz.network.web.question_page import posed
from bildungsnetz.network.web.settling import settle


def download(request: Request) -> HttpResponse:
    asked = posed(request)
    keys = [str(pk) for pk in asked.hits().values_list("pk", flat=True)] if asked.is_asked else []
    known = known_rows(asked.question.subject, asked.asking, keys)
    return answer(
        request, sheet_table(asked.question.subject, (known[key].cells for key in keys if key in known))
    )


def run_list(request: Request) -> HttpResponse:
    return render(request, "network/sheets.html", {"page": page_of(request, sheet_imports(request.actor))})


def upload(request: Request) -> HttpResponse:
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            run = acts.plan_sheet(
                actor=request.actor,
                subject=form.subject,
                rows=form.rows,
                file_name=form.cleaned_data["file"].name,
                now=clock.now(),
            )
            return redirect("network:sheet", run.pk)
    return render(request, "network/sheet_upload.html", {"form": form})


def run_page(request: Request, pk: int) -> HttpResponse:
    run = get_object_or_404(sheet_imports(request.actor), pk=pk)
    form = SheetRowFilter(request.GET)
    page = page_of(request, sheet_rows(run, form.cleaned_data["zeilen"] if form.is_valid() else ""))
    counts = sheet_counts(run)
    context = {
        "run": run,
        "form": form,
        "page": page,
        "lines": sheet_lines(page),
        "figures": figures(counts),
        "writes": counts[RowKind.CHANGED],
    }
    return render(request, "network/sheet.html", context)


def commit(request: Request, pk: int) -> HttpResponse:
    return _settle(request, pk, acts.commit_sheet, _("Die Änderungen sind übernommen."), is_commit=True)


def discard(request: Request, pk: int) -> HttpResponse:
    return _settle(request, pk, acts.discard_sheet, _("Die Tabelle ist verworfen."), is_commit=False)


def _settle(
    request: Request, pk: int, act: Callable[..., object], done: str, *, is_commit: bool
) -> HttpResponse:
    run = get_object_or_404(sheet_imports(request.actor), pk=pk)
    shown = {"changed": sheet_counts(run)[RowKind.CHANGED], "is_commit": is_commit}
    template = "network/sheet_settle.html"
    return settle(request, run, act, done=done, to="network:sheet", template=template, shown=shown)
