"""The page behind the personal link of a survey: what it shows, and what its buttons do."""

from django.http import HttpResponse
from django.shortcuts import render

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.survey import InvitationState
from bildungsnetz.network.models import SurveyAnswer, SurveyInvitation
from bildungsnetz.network.selectors.surveys import named_by_others, own_answers
from bildungsnetz.network.services import survey_answers as acts
from bildungsnetz.network.web.forms.surveys import AnswerForm, NobodyForm


def done(request: Request, asked: SurveyInvitation, wish: str, form: AnswerForm, nobody: NobodyForm) -> bool:
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
    given = own(asked, request.POST.get("angabe", "")) if wish == "entfernen" else None
    if given is not None:
        acts.remove_answer(invitation=asked, answer=given, now=now)
    return given is not None


def page(
    request: Request, asked: SurveyInvitation, token: str, form: AnswerForm, nobody: NobodyForm
) -> HttpResponse:
    """What the institution said so far, who named it, and the forms."""
    context = {
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
    return render(request, "network/survey_answer.html", context)


def over(request: Request, asked: SurveyInvitation | None, token: str) -> HttpResponse:
    """A link that nobody got, or one of a survey that has ended."""
    context = {"asked": asked, "token": token, "may_withdraw": asked is not None and asked.consented_at}
    return render(request, "network/survey_over.html", context, status=410)


def own(asked: SurveyInvitation, key: str) -> SurveyAnswer | None:
    """An own answer by the key of a form."""
    return own_answers(asked).filter(pk=key).first() if key.isdecimal() else None


def named(asked: SurveyInvitation, key: str) -> SurveyAnswer | None:
    """An answer of somebody else that names the institution, by the key of a form."""
    return named_by_others(asked).filter(pk=key).first() if key.isdecimal() else None
