"""The pages behind the yearly question: looking changes nothing, each answer is a POST."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.core import clock
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.proposals import values_of
from bildungsnetz.network.selectors.confirmation_links import request_by_token
from bildungsnetz.network.selectors.institutions import channels
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.services.confirmations import confirm_by_link
from bildungsnetz.network.services.proposals import propose_changes, say_gone
from bildungsnetz.network.web.forms.freshness import AnswerForm, ChangeForm


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def confirm(request: Request, token: str) -> HttpResponse:
    asked = request_by_token(token)
    if asked is None or asked.answered_at is not None:
        return render(request, "network/confirm_over.html", {"asked": asked}, status=410)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            if form.cleaned_data["antwort"] == "weg":
                say_gone(request=asked, message="", now=clock.now())
                return _thanks(request, "gone")
            confirm_by_link(request=asked, now=clock.now())
            return _thanks(request, "confirmed")
    shown = asked.institution
    shown.main_sites = shown.sites.filter(is_main=True).order_by("pk")  # type: ignore[attr-defined]
    page = {"token": token, "shown": shown, "channels": channels(PUBLIC, shown), "form": form, "fields": []}
    return render(request, "network/confirm_entry.html", page)


@never_cache
@csrf_exempt  # as above
def change(request: Request, token: str) -> HttpResponse:
    asked = request_by_token(token)
    if asked is None or asked.answered_at is not None:
        return render(request, "network/confirm_over.html", {"asked": asked}, status=410)
    shown = asked.institution
    before = values_of(entry_of(shown))
    form = ChangeForm(request.POST or None, is_official=shown.is_official, initial=before)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            message = form.cleaned_data["message"]
            propose_changes(request=asked, typed=form.typed(), message=message, now=clock.now())
            return _thanks(request, "changed")
    return render(request, "network/propose_changes.html", {"token": token, "shown": shown, "form": form})


def _thanks(request: Request, answer: str) -> HttpResponse:
    return render(request, "network/confirm_thanks.html", {"answer": answer})
