"""Proposals of members: make one, see where it stands, answer it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import proposals as policies
from bildungsnetz.governance.selectors import proposals as read
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services import proposals as services
from bildungsnetz.governance.web.forms.proposals import RefuseForm, WishForm

START = {"kind": "consultation", "minutes": 10}


def proposal_new(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_propose(request.actor, session):
        raise NotAllowed
    form = WishForm(request.POST or None, initial=START)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = services.propose_item(
                actor=request.actor, session=session, wish=form.wish(), now=clock.now()
            )
            messages.success(request, _("Ihr Vorschlag ist bei der Geschäftsstelle."))
            return redirect("governance:proposal", made.pk)
    page = {"form": form, "session": session, "last_day": read.last_day(session)}
    return render(request, "governance/proposal_new.html", page)


def proposal(request: Request, pk: int) -> HttpResponse:
    """The proposal with its state; whoever answers finds both buttons here."""
    shown = get_object_or_404(read.proposals(request.actor), pk=pk)
    may_answer = policies.may_answer(request.actor, shown.session) and shown.state == "open"
    form = RefuseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.refuse_proposal(
                actor=request.actor, proposal=shown, reason=form.cleaned_data["reason"], now=clock.now()
            )
            messages.success(request, _("Das Mitglied bekommt Ihre Begründung per Mail."))
            return redirect("governance:proposal", pk)
    page = {
        "proposal": shown,
        "session": shown.session,
        "form": form,
        "may_answer": may_answer,
        "is_mine": request.actor.user_id is not None and shown.person.user_id == request.actor.user_id,
        "history": history_of(shown),
    }
    return render(request, "governance/proposal.html", page)


@require_POST
def proposal_accept(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(read.proposals(request.actor), pk=pk)
    try:
        services.accept_proposal(actor=request.actor, proposal=shown, now=clock.now())
        messages.success(
            request, _("Der Vorschlag steht auf der Tagesordnung; das Mitglied bekommt eine Mail.")
        )
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:proposal", pk)


@require_POST
def proposal_take_back(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(read.proposals(request.actor), pk=pk)
    try:
        services.take_back_proposal(actor=request.actor, proposal=shown, now=clock.now())
        messages.success(request, _("Sie haben den Vorschlag zurückgenommen."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:proposal", pk)
