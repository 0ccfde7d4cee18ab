"""Circular resolutions: list, start, page, answer with and without account, withdraw."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.core import clock, files
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import circulars as policies
from bildungsnetz.governance.policies.sessions import may_plan_session
from bildungsnetz.governance.selectors import circulars as reads
from bildungsnetz.governance.services import circulars as services
from bildungsnetz.governance.web.forms.circulars import AnswerForm, CircularForm
from bildungsnetz.governance.web.forms.papers import ReasonForm

PAGE = 25


def circular_list(request: Request) -> HttpResponse:
    rows = reads.circulars(request.actor)
    context = {
        "running": rows.filter(state="open").order_by("answer_by", "pk"),
        "waiting": reads.waiting(rows),
        "page": Paginator(rows.exclude(state="open"), PAGE).get_page(request.GET.get("seite")),
        "may_start": request.actor.can_somewhere([policies.START]),
    }
    return render(request, "governance/circulars.html", context)


def circular_new(request: Request) -> HttpResponse:
    asked = request.GET.get("gremium", "")
    form = CircularForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        initial={"body": asked if asked.isdecimal() else None, "visibility": "body"},
    )
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = services.start_circular(
                actor=request.actor,
                body=form.cleaned_data["body"],
                question=form.question(),
                now=clock.now(),
            )
            messages.success(request, _("Das Umlaufverfahren läuft. Alle Sitze bekommen ihre Mail."))
            return redirect("governance:circular", made.pk)
    return render(request, "governance/circular_new.html", {"form": form})


def circular(request: Request, pk: int) -> HttpResponse:
    """The question, who answered, and the form for whoever is asked."""
    shown = get_object_or_404(reads.circulars(request.actor), pk=pk)
    now = clock.now()
    seat = reads.my_seat(request.actor, shown)
    may_answer = seat is not None and not services.why_no_answer(seat, now=now)
    form = AnswerForm(request.POST or None, seat=seat) if seat is not None and may_answer else None
    if request.method == "POST":
        if form is None:
            raise NotAllowed
        if form.is_valid():
            with show_errors(form):
                said = form.cleaned_data
                services.answer_circular(actor=request.actor, circular=shown, now=now, **said)
                messages.success(request, _("Ihre Antwort ist festgehalten."))
                return redirect("governance:circular", pk)
    context = {
        "circular": shown,
        "form": form,
        "seat": seat,
        "seats": reads.seats_of(shown),
        "may_withdraw": shown.is_open and policies.may_withdraw(request.actor, shown.body),
        "is_waiting": reads.waiting(reads.circulars(request.actor)).filter(pk=pk).exists(),
        "may_plan": may_plan_session(request.actor, shown.body),
        "history": history_of(shown),
    }
    return render(request, "governance/circular.html", context)


def circular_withdraw(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.circulars(request.actor), pk=pk)
    if not policies.may_withdraw(request.actor, shown.body):
        raise NotAllowed
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            reason = form.cleaned_data["reason"]
            services.withdraw_circular(actor=request.actor, circular=shown, reason=reason, now=clock.now())
            messages.success(
                request, _("Das Umlaufverfahren ist zurückgezogen; alle Gefragten bekommen eine Mail.")
            )
            return redirect("governance:circular", pk)
    return render(request, "governance/circular_withdraw.html", {"form": form, "circular": shown})


def circular_file(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.circulars(request.actor).filter(file__isnull=False), pk=pk)
    assert shown.file is not None  # noqa: S101 - filtered above
    return files.answer(shown.file)


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def circular_link(request: Request, token: str) -> HttpResponse:
    """The question behind the link of the mail: looking changes nothing, the button answers."""
    now = clock.now()
    seat = reads.seat_by_token(token)
    if (why_not := services.why_no_answer(seat, now=now)) or seat is None:
        closed = {"why_not": why_not, "seat": seat}
        return render(request, "governance/circular_closed.html", closed, status=410)
    form = AnswerForm(request.POST if request.method == "POST" else None, seat=seat)
    is_done = False
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.answer_by_link(token=token, now=now, **form.cleaned_data)
            is_done = True
    page = {"seat": seat, "circular": seat.circular, "form": form, "token": token, "is_done": is_done}
    return render(request, "governance/circular_link.html", page)


@never_cache
def circular_link_file(request: Request, token: str) -> HttpResponse:
    """The paper that belongs to the question, as long as the link takes an answer."""
    seat = reads.seat_by_token(token)
    if seat is None or services.why_no_answer(seat, now=clock.now()) or seat.circular.file is None:
        raise Http404
    return files.answer(seat.circular.file)
