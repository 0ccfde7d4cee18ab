"""Asking those one represents: list with results, a new poll, and the page behind the link."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.opinion_poll import FEWEST
from bildungsnetz.governance.selectors import opinion_polls as reads
from bildungsnetz.governance.services import opinion_polls as acts
from bildungsnetz.governance.web.forms.opinion_polls import PollAnswerForm, PollForm
from bildungsnetz.governance.web.sharing_page import session_of_member


def polls(request: Request, pk: int) -> HttpResponse:
    session, today = session_of_member(request, pk), clock.day_of(clock.now())
    page = {
        "session": session,
        "lines": reads.lines_of(reads.own_polls(request.actor, session), on=today),
        "may_ask": reads.items_to_ask_about(session).exists(),
        "fewest": FEWEST,
    }
    return render(request, "governance/polls.html", page)


def poll_new(request: Request, pk: int) -> HttpResponse:
    session = session_of_member(request, pk)
    form = PollForm(request.POST or None, session=session)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.start_poll(actor=request.actor, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Links sind unterwegs."))
            return redirect("governance:session-polls", pk)
    return render(request, "governance/poll_new.html", {"session": session, "form": form})


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def poll_answer(request: Request, token: str) -> HttpResponse:
    """The page behind the link: looking changes nothing, the button uses it up."""
    now = clock.now()
    ticket = reads.ticket_by_hash(tokens.hash_of(token), clock.day_of(now))
    if ticket is None:
        return render(request, "governance/poll_over.html", status=410)
    form = PollAnswerForm(request.POST if request.method == "POST" else None, poll=ticket.poll)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.answer_poll(token=token, option=form.cleaned_data["option"], now=now)
            return render(request, "governance/poll_thanks.html", {"poll": ticket.poll})
    return render(request, "governance/poll_answer.html", {"form": form, "poll": ticket.poll})
