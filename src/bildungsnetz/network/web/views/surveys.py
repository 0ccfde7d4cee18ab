"""Surveys of the network for the office."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.domain.survey import InvitationState, allows, response_rate
from bildungsnetz.network.exchange.survey_table import invitations_table
from bildungsnetz.network.selectors import surveys as found
from bildungsnetz.network.selectors.kinds import kind_name
from bildungsnetz.network.services import surveys as acts
from bildungsnetz.network.services.survey_answers import judge_answer
from bildungsnetz.network.tasks import send_surveys
from bildungsnetz.network.web.forms.surveys import InvitationFilter, SurveyForm, initial_of


def survey_list(request: Request) -> HttpResponse:
    page = {
        "page": page_of(request, found.surveys(request.actor)),
        "may_run": policies.may_run_survey(request.actor),
    }
    return render(request, "network/surveys.html", page)


def survey(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(found.surveys(request.actor), pk=pk)
    form = InvitationFilter(request.GET)
    counts = found.state_counts(shown)
    reached = sum(counts.values()) - counts[InvitationState.NO_ADDRESS] - counts[InvitationState.WAITING]
    may_run = policies.may_run_survey(request.actor)
    page = {
        "shown": shown,
        "form": form,
        "counts": counts,
        "rate": response_rate(counts[InvitationState.ANSWERED], reached),
        "reached": reached,
        "kind": kind_name(shown.kind) if shown.kind else "",
        "page": page_of(request, found.invitations_of(shown, form.state)),
        "answers": found.answers_of(shown)[:100],
        "history": history_of(shown),
        "may_edit": may_run and allows(shown.state, "edit"),
        "may_close": may_run and allows(shown.state, "close"),
        "may_judge": may_run and allows(shown.state, "judge"),
    }
    return render(request, "network/survey.html", page)


def invitations_file(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(found.surveys(request.actor), pk=pk)
    return answer(
        request, invitations_table(found.invitations_of(shown, InvitationFilter(request.GET).state))
    )


def new_survey(request: Request) -> HttpResponse:
    form = SurveyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            entered = acts.enter_survey(actor=request.actor, entry=form.entry(), now=clock.now())
            messages.success(
                request, _("Die Befragung ist als Entwurf angelegt. Noch geht keine Mail hinaus.")
            )
            return redirect("network:survey", entered.pk)
    return render(request, "network/survey_form.html", {"form": form, "shown": None})


def edit(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(found.surveys(request.actor), pk=pk)
    form = SurveyForm(request.POST or None, initial=initial_of(shown))
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            version = form.cleaned_data["version"] or 0
            acts.edit_survey(
                actor=request.actor, survey=shown, entry=form.entry(), version=version, now=clock.now()
            )
            messages.success(request, _("Die Befragung ist geändert."))
            return redirect("network:survey", pk)
    return render(request, "network/survey_form.html", {"form": form, "shown": shown})


def start(request: Request, pk: int) -> HttpResponse:
    done = _("Die Befragung läuft. Die Mails gehen im Hintergrund hinaus.")
    answered = _act(request, pk, acts.start_survey, "network/survey_start.html", done)
    if answered.status_code == 302:
        send_surveys.enqueue()
    return answered


def close(request: Request, pk: int) -> HttpResponse:
    done = _("Die Befragung ist beendet.")
    return _act(request, pk, acts.close_survey, "network/survey_close.html", done)


def judge(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(found.answers(request.actor), pk=pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            is_right = request.POST.get("urteil") == "stimmt"
            judge_answer(actor=request.actor, answer=shown, is_right=is_right, now=clock.now())
            messages.success(request, _("Ihr Urteil ist vermerkt."))
            return redirect("network:survey", shown.invitation.survey_id)
    return render(request, "network/survey_judge.html", {"shown": shown, "form": form})


def _act(request: Request, pk: int, act: Callable[..., object], template: str, done: str) -> HttpResponse:
    shown = get_object_or_404(found.surveys(request.actor), pk=pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            act(actor=request.actor, survey=shown, now=clock.now())
            messages.success(request, done)
            return redirect("network:survey", pk)
    page = {"shown": shown, "form": form, "asked": found.to_invite(shown).count()}
    return render(request, template, page)
