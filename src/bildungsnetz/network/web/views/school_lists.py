"""The comparison of published school lists with one another and with the register."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.domain.reconciliation import differences
from bildungsnetz.network.domain.school_lists import SchoolSource
from bildungsnetz.network.exchange.reconciliation_table import reconciliation_table
from bildungsnetz.network.exchange.refused_table import refused_table
from bildungsnetz.network.selectors.school_lists import school_lists, school_sources
from bildungsnetz.network.services.school_lists import keep_school_list, remove_school_list
from bildungsnetz.network.web.forms.school_lists import ReasonFilter, SchoolListForm
from bildungsnetz.network.web.reconciliation_page import narrowed, reason_lines, source_lines


def reconciliation(request: Request) -> HttpResponse:
    sources = _sources(request)
    form = ReasonFilter(request.GET)
    found = differences(sources)
    page = page_of(request, narrowed(found, form.reason))
    context = {
        "form": form,
        "sources": source_lines(sources, school_lists(request.actor)),
        "is_empty": len(sources) < 2,
        "found": len(found),
        "to_check": sum(each.is_to_check for each in found),
        "agreed": len({number for each in sources for number in each.entries}) - len(found),
        "page": page,
        "lines": [(each, reason_lines(each)) for each in page],
        "may_keep": policies.may_plan_import(request.actor),
    }
    return render(request, "network/reconciliation.html", context)


def reconciliation_file(request: Request) -> HttpResponse:
    form = ReasonFilter(request.GET)
    return answer(request, reconciliation_table(narrowed(differences(_sources(request)), form.reason)))


def keep(request: Request) -> HttpResponse:
    district = settings.REGION_AGS
    form = SchoolListForm(request.POST or None, request.FILES or None, district=district)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            kept = keep_school_list(
                actor=request.actor,
                read=form.read,
                district=district,
                as_of=form.cleaned_data["as_of"],
                file_name=form.cleaned_data["file"].name,
                now=clock.now(),
            )
            messages.success(request, _("Die Liste „%(list)s“ ist im Abgleich.") % {"list": kept})
            return redirect("network:reconciliation")
    return render(request, "network/school_list_form.html", {"form": form})


def remove(request: Request, pk: int) -> HttpResponse:
    copy = get_object_or_404(school_lists(request.actor), pk=pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            remove_school_list(actor=request.actor, copy=copy, now=clock.now())
            messages.success(request, _("Die Liste ist aus dem Abgleich genommen."))
            return redirect("network:reconciliation")
    return render(request, "network/school_list_remove.html", {"copy": copy, "form": form})


def refused_file(request: Request, pk: int) -> HttpResponse:
    copy = get_object_or_404(school_lists(request.actor), pk=pk)
    return answer(request, refused_table(copy.refused))


def _sources(request: Request) -> list[SchoolSource]:
    today = clock.day_of(clock.now())
    return school_sources(request.actor, district=settings.REGION_AGS, on=today)
