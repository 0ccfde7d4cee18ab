"""The accountability report of a school year, and its paper."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from bildungsnetz.core import clock
from bildungsnetz.core.web.request import Request
from bildungsnetz.programme import policies
from bildungsnetz.programme.exchange.accountability_report import accountability_pdf, filename
from bildungsnetz.programme.selectors.accountability import accountability_report, years_to_report
from bildungsnetz.programme.web.forms.accountability import ChooseYearForm


def report(request: Request) -> HttpResponse:
    form = _asked(request)
    year = form.year()
    page = {
        "form": form,
        "report": accountability_report(request.actor, year) if year else None,
        "sees_all_measures": policies.may_read(request.actor),
        "today": clock.day_of(clock.now()),
    }
    return render(request, "programme/accountability.html", page)


def report_pdf_file(request: Request) -> HttpResponse:
    year = _asked(request).year()
    if year is None:
        raise Http404
    paper = accountability_pdf(request.actor, year, on=clock.day_of(clock.now()))
    answer = HttpResponse(paper, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{filename(year)}"'
    return answer


def _asked(request: Request) -> ChooseYearForm:
    years = years_to_report(clock.day_of(clock.now()))
    return ChooseYearForm(request.GET or None, years=years, initial={"schuljahr": years[0].start})
