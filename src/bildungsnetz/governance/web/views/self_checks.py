"""The self-check: list, start, result, its paper, and the page behind the mailed link."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.self_check import FEWEST, is_running
from bildungsnetz.governance.selectors import self_checks as reads
from bildungsnetz.governance.services import self_checks as acts
from bildungsnetz.governance.services.self_check_paper import FILENAME, result_pdf
from bildungsnetz.governance.web.bars import bars_of
from bildungsnetz.governance.web.forms.self_checks import RatingForm, StartForm

USUAL_DAYS = 21


def self_check_list(request: Request) -> HttpResponse:
    today = clock.day_of(clock.now())
    page = page_of(request, reads.self_checks(request.actor))
    shown = {
        "page": page,
        "rows": [(each, is_running(each.opens_on, each.closes_on, today)) for each in page],
        "may_start": reads.bodies_to_check(request.actor).exists(),
        "fewest": FEWEST,
    }
    return render(request, "governance/self_checks.html", shown)


def self_check(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.self_checks(request.actor), pk=pk)
    today = clock.day_of(clock.now())
    lines = reads.result_of(shown, today)
    page = {
        "check": shown,
        "is_running": is_running(shown.opens_on, shown.closes_on, today),
        "lines": [(line, bars_of(line.years)) for line in lines],
        "fewest": FEWEST,
    }
    return render(request, "governance/self_check.html", page)


def self_check_pdf(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.self_checks(request.actor), pk=pk)
    lines = reads.result_of(shown, clock.day_of(clock.now()))
    if not lines:
        raise Http404
    paper = result_pdf(shown, lines, shown.answer_count)  # type: ignore[attr-defined]
    answer = HttpResponse(paper, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{FILENAME}"'
    return answer


def start(request: Request) -> HttpResponse:
    today = clock.day_of(clock.now())
    usual = {"closes_on": today + timedelta(days=USUAL_DAYS)}
    form = StartForm(request.POST or None, actor=request.actor, initial=usual)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = acts.start_self_check(actor=request.actor, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Der Selbstcheck läuft. Die Links sind versandt."))
            return redirect("governance:self-check", made.pk)
    who = [(body, reads.participants(body, today)) for body in reads.bodies_to_check(request.actor)]
    return render(request, "governance/self_check_start.html", {"form": form, "who": who})


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def answer(request: Request, token: str) -> HttpResponse:
    """The page behind the link: looking changes nothing, the button uses it up."""
    now = clock.now()
    ticket = reads.ticket_by_hash(tokens.hash_of(token), clock.day_of(now))
    if ticket is None:
        return render(request, "governance/self_check_over.html", status=410)
    form = RatingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.answer_self_check(token=token, ratings=form.ratings(), now=now)
            return render(request, "governance/self_check_thanks.html", {"check": ticket.self_check})
    page = {"form": form, "check": ticket.self_check, "groups": form.groups()}
    return render(request, "governance/self_check_answer.html", page)
