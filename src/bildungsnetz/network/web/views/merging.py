"""Double entries: the list of pairs, the merge of two, the merges made, and back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.merging import MergeKind, may_undo
from bildungsnetz.network.selectors import duplicates as found
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.merging import preview
from bildungsnetz.network.selectors.people import people
from bildungsnetz.network.services import merging as acts
from bildungsnetz.network.web.forms.merging import MergeForm, TwoForm

INSTITUTION, PERSON = MergeKind.INSTITUTION, MergeKind.PERSON


def institution_pairs(request: Request) -> HttpResponse:
    return _pairs(request, INSTITUTION, found.institution_pairs(request.actor))


def person_pairs(request: Request) -> HttpResponse:
    return _pairs(request, PERSON, found.person_pairs(request.actor))


def choose_two(request: Request, kind: str) -> HttpResponse:
    form = TwoForm(request.GET or None, actor=request.actor, kind=_kind(kind))
    if form.is_valid():
        chosen = form.cleaned_data
        return redirect("network:merge", kind, chosen["bleibt"].pk, chosen["geht"].pk)
    return render(request, "network/merge_choose.html", {"form": form, "kind": kind})


def merge(request: Request, kind: str, winner: int, loser: int) -> HttpResponse:
    rows = _rows(request, _kind(kind))
    stays, goes = get_object_or_404(rows, pk=winner), get_object_or_404(rows, pk=loser)
    shown = preview(stays, goes)
    form = MergeForm(request.POST if request.method == "POST" else None, shown=shown)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = acts.merge(
                actor=request.actor,
                kind=_kind(kind),
                winner=winner,
                loser=loser,
                taken=form.cleaned_data.get("taken", []),
                now=clock.now(),
            )
            messages.success(
                request, _("Die Einträge sind zusammengeführt. 30 Tage lang können Sie das zurücknehmen.")
            )
            return redirect("network:merge-record", made.pk)
    page = {"form": form, "kind": kind, "stays": stays, "goes": goes, "shown": shown}
    return render(request, "network/merge.html", page)


def keep_apart(request: Request, kind: str, winner: int, loser: int) -> HttpResponse:
    rows = _rows(request, _kind(kind))
    one, other = get_object_or_404(rows, pk=winner), get_object_or_404(rows, pk=loser)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            acts.keep_apart(actor=request.actor, kind=_kind(kind), one=winner, other=loser, now=clock.now())
            messages.success(request, _("Die beiden erscheinen nicht mehr in der Liste."))
            return redirect("network:duplicates" if kind == INSTITUTION else "network:person-duplicates")
    page = {"form": form, "kind": kind, "one": one, "other": other}
    return render(request, "network/merge_apart.html", page)


def merge_list(request: Request) -> HttpResponse:
    return render(request, "network/merges.html", {"page": page_of(request, found.merges(request.actor))})


def merge_record(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(found.merges(request.actor), pk=pk)
    page = {"shown": shown, "may_undo": may_undo(shown.merged_at, shown.undone_at, clock.now())}
    return render(request, "network/merge_record.html", page)


def undo(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(found.merges(request.actor), pk=pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            acts.undo_merge(actor=request.actor, row=shown, now=clock.now())
            messages.success(request, _("Die beiden Einträge sind wieder getrennt."))
            return redirect("network:merge-record", pk)
    return render(request, "network/merge_undo.html", {"form": form, "shown": shown})


def _rows(request: Request, kind: MergeKind) -> Any:
    return institutions(request.actor) if kind == INSTITUTION else people(request.actor)


def _kind(kind: str) -> MergeKind:
    """The kind that an address names; an unknown one is no address of ours."""
    if kind not in MergeKind.values:
        raise Http404
    return MergeKind(kind)


def _pairs(request: Request, kind: str, pairs: list[found.Candidate]) -> HttpResponse:
    return render(request, "network/duplicates.html", {"page": page_of(request, pairs), "kind": kind})
