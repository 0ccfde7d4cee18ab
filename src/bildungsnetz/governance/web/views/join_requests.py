"""Requests to join a working group: ask, see where it stands, answer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.join_requests import JoinState, refuse_asking
from bildungsnetz.governance.policies import join_requests as policies
from bildungsnetz.governance.policies.bodies import may_add_mandate
from bildungsnetz.governance.policies.body_basis import may_set_guest
from bildungsnetz.governance.selectors import join_requests as read
from bildungsnetz.governance.selectors.public_bodies import public_bodies
from bildungsnetz.governance.services import join_requests as services
from bildungsnetz.governance.web.forms.join_requests import JoinForm, RefuseJoinForm
from bildungsnetz.network.api import person_of_user


def join_new(request: Request, pk: int) -> HttpResponse:
    """The form, or why there is none."""
    body, today = get_object_or_404(public_bodies(), pk=pk), clock.day_of(clock.now())
    person = person_of_user(request.actor.user_id)
    if person is None:
        return _closed(request, {"body": body})
    refused = refuse_asking(read.standing(body, person, today))
    if refused:
        return _closed(request, {"body": body, "why_not": refused[0].text})
    form = JoinForm(request.POST or None, person=person, today=today)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = services.ask_to_join(
                actor=request.actor, body=body, application=form.application(), now=clock.now()
            )
            messages.success(request, _("Ihre Anfrage ist beim Bildungsbüro und beim Vorsitz."))
            return redirect("governance:join-request", made.pk)
    return render(request, "governance/join_new.html", {"form": form, "body": body})


def join_request(request: Request, pk: int) -> HttpResponse:
    """The request with its state; whoever answers finds both buttons here."""
    shown = get_object_or_404(read.join_requests(request.actor), pk=pk)
    answers = policies.may_answer(request.actor, shown.body)
    form = RefuseJoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.refuse_request(
                actor=request.actor, request=shown, reason=form.cleaned_data["reason"], now=clock.now()
            )
            messages.success(request, _("Die Person bekommt Ihre Begründung per Mail."))
            return redirect("governance:join-request", pk)
    accepted = shown.state == JoinState.ACCEPTED
    page = {
        "asked": shown,
        "body": shown.body,
        "form": form,
        "answers": answers,
        "may_answer": answers and shown.state == JoinState.OPEN,
        "is_mine": request.actor.user_id is not None and shown.person.user_id == request.actor.user_id,
        "may_seat": accepted and may_add_mandate(request.actor, shown.body),
        "may_invite": accepted and may_set_guest(request.actor, shown.body),
        "may_see_person": request.actor.can("network.person.see"),
        "history": history_of(shown),
    }
    return render(request, "governance/join_request.html", page)


@require_POST
def join_request_accept(request: Request, pk: int) -> HttpResponse:
    """Accept, then go on to the ordinary form of a mandate where the actor may enter one."""
    shown = get_object_or_404(read.join_requests(request.actor), pk=pk)
    try:
        services.accept_request(actor=request.actor, request=shown, now=clock.now())
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
        return redirect("governance:join-request", pk)
    if may_add_mandate(request.actor, shown.body):
        messages.success(request, _("Die Anfrage ist angenommen. Tragen Sie jetzt das Mandat ein."))
        return redirect(f"{reverse('governance:mandate-new', args=[shown.body_id])}?person={shown.person_id}")
    messages.success(request, _("Die Anfrage ist angenommen. Das Bildungsbüro trägt das Mandat ein."))
    return redirect("governance:join-request", pk)


@require_POST
def join_request_take_back(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(read.join_requests(request.actor), pk=pk)
    try:
        services.take_back_request(actor=request.actor, request=shown, now=clock.now())
        messages.success(request, _("Sie haben die Anfrage zurückgenommen."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:join-request", pk)


def _closed(request: Request, page: dict[str, object]) -> HttpResponse:
    return render(request, "governance/join_closed.html", page)
