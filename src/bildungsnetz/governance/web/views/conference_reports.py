"""Reports to conferences: list, one of them, its paper, the acts on it."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import conferences as policies
from bildungsnetz.governance.selectors import conference_reports as reads
from bildungsnetz.governance.services import conference_reports as acts
from bildungsnetz.governance.services.conference_report_paper import FILENAME, report_pdf
from bildungsnetz.governance.web.forms.conference_reports import NewReportForm, ReportForm


def report_list(request: Request) -> HttpResponse:
    page = {
        "page": page_of(request, reads.conference_reports(request.actor)),
        "may_write": reads.bodies_to_report_to(request.actor).exists(),
    }
    return render(request, "governance/conference_reports.html", page)


def report(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.conference_reports(request.actor), pk=pk)
    answers = reads.answers_in(request.actor, shown)
    page = {
        "report": shown,
        "answers": answers,
        "missing": [each.recommendation for each in answers if not each.is_answered],
        "may_write": policies.may_write_report(request.actor, shown.body),
        "history": history_of(shown),
    }
    return render(request, "governance/conference_report.html", page)


def report_pdf_file(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.conference_reports(request.actor), pk=pk)
    paper = report_pdf(shown, reads.answers_in(request.actor, shown))
    answer = HttpResponse(paper, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{FILENAME}"'
    return answer


def report_new(request: Request) -> HttpResponse:
    today = clock.day_of(clock.now())
    form = NewReportForm(request.POST or None, actor=request.actor, initial={"until_on": today, "version": 0})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        with show_errors(form):
            made = acts.draft_report(
                actor=request.actor,
                body=said["body"],
                until_on=said["until_on"],
                introduction=said["introduction"],
                now=clock.now(),
            )
            messages.success(request, _("Der Bericht ist begonnen."))
            return redirect("governance:conference-report", made.pk)
    return render(request, "governance/conference_report_form.html", {"form": form, "report": None})


def report_edit(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.conference_reports(request.actor), pk=pk)
    if not policies.may_write_report(request.actor, shown.body):
        raise NotAllowed
    if shown.is_closed:
        return redirect("governance:conference-report", pk)
    said = {"until_on": shown.until_on, "introduction": shown.introduction, "version": shown.version}
    form = ReportForm(request.POST or None, initial=said)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.change_report(actor=request.actor, report=shown, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Der Bericht ist gespeichert."))
            return redirect("governance:conference-report", pk)
    if form.non_field_errors():
        form.take_version(reads.conference_reports(request.actor).get(pk=pk).version)
    return render(request, "governance/conference_report_form.html", {"form": form, "report": shown})


def report_close(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.conference_reports(request.actor), pk=pk)
    if not policies.may_write_report(request.actor, shown.body):
        raise NotAllowed
    if shown.is_closed:
        return redirect("governance:conference-report", pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.close_report(actor=request.actor, report=shown, now=clock.now())
            messages.success(request, _("Der Bericht ist abgeschlossen."))
            return redirect("governance:conference-report", pk)
    answers = reads.answers_in(request.actor, shown)
    page = {
        "form": form,
        "report": shown,
        "answers": answers,
        "missing": [each.recommendation for each in answers if not each.is_answered],
    }
    return render(request, "governance/conference_report_close.html", page)
