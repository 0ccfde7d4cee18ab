"""The pages behind the personal link of a survey: looking changes nothing, each answer is a POST, no account."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.survey import InvitationState, allows
from bildungsnetz.network.models import SurveyAnswer, SurveyInvitation
from bildungsnetz.network.selectors.surveys import invitation_by_token, named_by_others, own_answers
from bildungsnetz.network.services import survey_answers as acts
from bildungsnetz.network.web.forms.surveys import AnswerForm, NobodyForm


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def answer(request: Request, token: str) -> HttpResponse:
    asked = invitation_by_token(token)
    if asked is None:
        return _over(request, None, token)
    if not allows(asked.survey.state, "answer"):
        return _over(request, asked, token)
    wish = request.POST.get("wunsch", "")
    form = AnswerForm(
        request.POST if wish == "nennen" else None, has_consented=asked.consented_at is not None
    )
    nobody = NobodyForm(request.POST if wish == "niemand" else None, auto_id="nobody_%s")
    if request.method == "POST" and _done(request, asked, wish, form, nobody):
        return redirect("network:answer-survey", token)
    return _page(request, asked, token, form, nobody)


@never_cache
@csrf_exempt  # as above
def judge(request: Request, token: str) -> HttpResponse:
    """The named end says whether it is right; looking leads back to the page."""
    asked = invitation_by_token(token)
    if asked is None or not allows(asked.survey.state, "answer"):
        return _over(request, asked, token)
    named = _named(asked, request.POST.get("angabe", ""))
    form = forms.Form(request.POST if request.method == "POST" else None)
    if named is not None and form.is_valid():
        with show_errors(form):
            is_right = request.POST.get("urteil") == "stimmt"
            acts.judge_as_partner(invitation=asked, answer=named, is_right=is_right, now=clock.now())
    return redirect("network:answer-survey", token)


@never_cache
@csrf_exempt  # as above
def withdraw(request: Request, token: str) -> HttpResponse:
    asked = invitation_by_token(token)
    if asked is None:
        return _over(request, None, token)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.withdraw_consent(invitation=asked, now=clock.now())
            return render(request, "network/survey_withdrawn.html", {"asked": asked})
    page = {"asked": asked, "token": token, "form": form, "answers": own_answers(asked)}
    return render(request, "network/survey_withdraw.html", page)


def _done(request: Request, asked: SurveyInvitation, wish: str, form: AnswerForm, nobody: NobodyForm) -> bool:
    """Whether the wish was carried out; what is wrong stands in its form."""
    now = clock.now()
    if wish == "nennen" and form.is_valid():
        with show_errors(form):
            acts.give_answer(invitation=asked, entry=form.entry(), consents=form.consents, now=now)
            return True
    if wish == "niemand" and nobody.is_valid():
        with show_errors(nobody):
            consents = nobody.cleaned_data["consent"]
            acts.give_answer(invitation=asked, entry=None, consents=consents, now=now)
            return True
    if wish == "absagen":
        acts.decline_survey(invitation=asked, now=now)
        return True
    own = _own(asked, request.POST.get("angabe", "")) if wish == "entfernen" else None
    if own is not None:
        acts.remove_answer(invitation=asked, answer=own, now=now)
    return own is not None


def _page(
    request: Request, asked: SurveyInvitation, token: str, form: AnswerForm, nobody: NobodyForm
) -> HttpResponse:
    page = {
        "asked": asked,
        "survey": asked.survey,
        "token": token,
        "form": form,
        "nobody": nobody,
        "answers": own_answers(asked),
        "named": named_by_others(asked),
        "has_answered": asked.state == InvitationState.ANSWERED,
        "has_declined": asked.state == InvitationState.DECLINED,
    }
    return render(request, "network/survey_answer.html", page)


def _over(request: Request, asked: SurveyInvitation | None, token: str) -> HttpResponse:
    page = {"asked": asked, "token": token, "may_withdraw": asked is not None and asked.consented_at}
    return render(request, "network/survey_over.html", page, status=410)


def _own(asked: SurveyInvitation, key: str) -> SurveyAnswer | None:
    return own_answers(asked).filter(pk=key).first() if key.isdecimal() else None


def _named(asked: SurveyInvitation, key: str) -> SurveyAnswer | None:
    return named_by_others(asked).filter(pk=key).first() if key.isdecimal() else None
