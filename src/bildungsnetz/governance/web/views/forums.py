"""Moderating a forum: opening and closing it, its screen, its contributions."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.conferences import ContributionState
from bildungsnetz.governance.exchange.qr import qr_image
from bildungsnetz.governance.selectors import conferences as reads
from bildungsnetz.governance.services import conferences as forum_acts
from bildungsnetz.governance.services import contributions as acts
from bildungsnetz.governance.web.forms.conferences import MergeForm, OpenForumForm, RefuseForm, TakeUpForm

VIEWS = {
    "": ContributionState.WAITING,
    "freigegeben": ContributionState.SHOWN,
    "abgelehnt": ContributionState.REFUSED,
    "zusammengefasst": ContributionState.MERGED,
}


def forum(request: Request, pk: int) -> HttpResponse:
    """The contributions of a forum; `?ansicht=` chooses the state."""
    shown = get_object_or_404(reads.forums(request.actor), pk=pk)
    view = request.GET.get("ansicht", "")
    state = VIEWS.get(view, ContributionState.WAITING)
    page = {
        "forum": shown,
        "session": shown.conference.session,
        "is_running": shown.takes(clock.now()),
        "state": state.value,
        "counts": reads.count_by_state(shown),
        "page": page_of(request, reads.in_forum(request.actor, shown, state)),
    }
    return render(request, "governance/forum.html", page)


def forum_open(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.forums(request.actor), pk=pk)
    ends = max(shown.conference.session.ends_at, clock.now() + timedelta(hours=1)).astimezone(BERLIN)
    form = OpenForumForm(request.POST or None, initial={"closes_at": ends.replace(second=0, microsecond=0)})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            forum_acts.open_forum(actor=request.actor, forum=shown, closes_at=form.moment(), now=clock.now())
            messages.success(request, _("Das Forum ist geöffnet. Zeigen Sie jetzt den Code."))
            return redirect("governance:forum", pk)
    return render(request, "governance/forum_open.html", {"form": form, "forum": shown})


def forum_close(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.forums(request.actor), pk=pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            forum_acts.close_forum(actor=request.actor, forum=shown, now=clock.now())
            messages.success(request, _("Das Forum ist geschlossen."))
            return redirect("governance:forum", pk)
    return render(request, "governance/forum_close.html", {"form": form, "forum": shown})


def forum_screen(request: Request, pk: int) -> HttpResponse:
    """Large for the projector: how to get in, and what is said so far."""
    shown = get_object_or_404(reads.forums(request.actor), pk=pk)
    entry = absolute("governance:forum-entry")
    page = {
        "forum": shown,
        "is_running": shown.takes(clock.now()),
        "entry": entry.partition("://")[2],
        "qr": qr_image(f"{entry}?code={shown.code}") if shown.code else "",
        "contributions": reads.in_forum(request.actor, shown, ContributionState.SHOWN)[:12],
    }
    return render(request, "governance/forum_screen.html", page)


def merge(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.forums(request.actor), pk=pk)
    initial = {"contributions": request.GET.getlist("beitrag")}
    form = MergeForm(request.POST or None, actor=request.actor, forum=shown, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.merge_contributions(actor=request.actor, forum=shown, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Beiträge sind zusammengefasst."))
            return redirect("governance:forum", pk)
    return render(request, "governance/forum_merge.html", {"form": form, "forum": shown})


@require_POST
def release(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(reads.contributions(request.actor), pk=pk)
    try:
        acts.release_contribution(actor=request.actor, contribution=found, now=clock.now())
        messages.success(request, _("Der Beitrag ist freigegeben."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:forum", found.forum_id)


def refuse(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(reads.contributions(request.actor), pk=pk)
    form = RefuseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.refuse_contribution(
                actor=request.actor, contribution=found, now=clock.now(), **form.cleaned_data
            )
            messages.success(request, _("Der Beitrag ist nicht freigegeben."))
            return redirect("governance:forum", found.forum_id)
    page = {"form": form, "contribution": found, "forum": found.forum}
    return render(request, "governance/contribution_refuse.html", page)


def take_up(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(reads.contributions(request.actor), pk=pk)
    form = TakeUpForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = acts.take_up_contribution(
                actor=request.actor, contribution=found, now=clock.now(), **form.cleaned_data
            )
            messages.success(request, _("%(recommendation)s ist aufgenommen.") % {"recommendation": made})
            return redirect("governance:recommendation", made.pk)
    page = {"form": form, "contribution": found, "forum": found.forum}
    return render(request, "governance/contribution_take_up.html", page)
