"""The pages behind the personal link of a survey: looking changes nothing, each answer is a POST, no account."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.survey import allows
from bildungsnetz.network.selectors.surveys import invitation_by_token, own_answers
from bildungsnetz.network.services import survey_answers as acts
from bildungsnetz.network.web.forms.surveys import AnswerForm, NobodyForm
from bildungsnetz.network.web.survey_page import done, named, over, page


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def answer(request: Request, token: str) -> HttpResponse:
    asked = invitation_by_token(token)
    if asked is None:
        return over(request, None, token)
    if not allows(asked.survey.state, "answer"):
        return over(request, asked, token)
    wish = request.POST.get("wunsch", "")
    form = AnswerForm(
        request.POST if wish == "nennen" else None, has_consented=asked.consented_at is not None
    )
    nobody = NobodyForm(request.POST if wish == "niemand" else None, auto_id="nobody_%s")
    if request.method == "POST" and done(request, asked, wish, form, nobody):
        return redirect("network:answer-survey", token)
    return page(request, asked, token, form, nobody)


@never_cache
@csrf_exempt  # as above
def judge(request: Request, token: str) -> HttpResponse:
    """The named end says whether it is right; looking leads back to the page."""
    asked = invitation_by_token(token)
    if asked is None or not allows(asked.survey.state, "answer"):
        return over(request, asked, token)
    found = named(asked, request.POST.get("angabe", ""))
    form = forms.Form(request.POST if request.method == "POST" else None)
    if found is not None and form.is_valid():
        with show_errors(form):
            is_right = request.POST.get("urteil") == "stimmt"
            acts.judge_as_partner(invitation=asked, answer=found, is_right=is_right, now=clock.now())
    return redirect("network:answer-survey", token)


@never_cache
@csrf_exempt  # as above
def withdraw(request: Request, token: str) -> HttpResponse:
    asked = invitation_by_token(token)
    if asked is None:
        return over(request, None, token)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.withdraw_consent(invitation=asked, now=clock.now())
            return render(request, "network/survey_withdrawn.html", {"asked": asked})
    context = {"asked": asked, "token": token, "form": form, "answers": own_answers(asked)}
    return render(request, "network/survey_withdraw.html", context)
