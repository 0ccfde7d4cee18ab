"""Accounts and their roles."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.accounts import policies
from bildungsnetz.accounts.selectors import people
from bildungsnetz.accounts.selectors.team import all_roles, lines
from bildungsnetz.accounts.services import grants, second_factor
from bildungsnetz.accounts.services.users import set_active
from bildungsnetz.accounts.web.forms import ActivityForm, ConfirmForm, GrantForm
from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request


def team(request: Request) -> HttpResponse:
    asked = request.GET.get("q", "").strip()
    page = page_of(request, people.users(request.actor, asked))
    now = clock.now()
    shown = {
        "page": page,
        "asked": asked,
        "lines": lines(page.object_list, on=clock.day_of(now)),
        "invitations": people.open_invitations(request.actor),
        "may_invite": policies.may_invite(request.actor),
        "now": now,
    }
    return render(request, "accounts/team.html", shown)


def roles(request: Request) -> HttpResponse:
    return render(request, "accounts/roles.html", {"roles": people.roles()})


def user(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people.users(request.actor), pk=pk)
    today = clock.day_of(clock.now())
    page = {
        "shown": shown,
        "line": lines([shown], on=today)[0],
        "roles": all_roles(shown, on=today),
        "history": history_of(shown),
        "own": shown.pk == request.actor.user_id,
        "may_change": policies.may_change_user(request.actor),
        "may_grant": policies.may_grant_role(request.actor),
    }
    return render(request, "accounts/user.html", page)


def grant(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people.users(request.actor), pk=pk)
    form = GrantForm(request.POST or None, initial={"valid_from": clock.day_of(clock.now())})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            grants.grant_role(actor=request.actor, user=shown, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Rolle ist vergeben."))
            return redirect("accounts:user", pk)
    return render(request, "accounts/grant.html", {"form": form, "shown": shown})


def end_grant(request: Request, pk: int, grant_pk: int) -> HttpResponse:
    """The role ends with yesterday, so its rights are gone at once."""
    shown = get_object_or_404(people.users(request.actor), pk=pk)
    now = clock.now()
    held = get_object_or_404(people.grants_to_end(shown, clock.day_of(now)), pk=grant_pk)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST":
        with show_errors(form):
            grants.end_grant(actor=request.actor, grant=held, last_day=clock.day_before(now), now=now)
            messages.success(request, _("Die Rolle ist beendet."))
            return redirect("accounts:user", pk)
    return render(request, "accounts/end_grant.html", {"form": form, "shown": shown, "held": held})


def activity(request: Request, pk: int) -> HttpResponse:
    """Lock or open: the form says which, so that a second click does not undo the first."""
    shown = get_object_or_404(people.users(request.actor), pk=pk)
    form = ActivityForm(request.POST or None, initial={"active": not shown.is_active})
    if request.method == "POST" and form.is_valid():
        active = form.cleaned_data["active"]
        with show_errors(form):
            set_active(actor=request.actor, user=shown, active=active, now=clock.now())
            messages.success(request, _("Das Konto ist offen.") if active else _("Das Konto ist gesperrt."))
            return redirect("accounts:user", pk)
    return render(request, "accounts/activity.html", {"form": form, "shown": shown})


def reset_second_factor(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people.users(request.actor), pk=pk)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST":
        with show_errors(form):
            second_factor.reset_second_factor(actor=request.actor, user=shown, now=clock.now())
            messages.success(request, _("Der zweite Faktor ist entfernt."))
            return redirect("accounts:user", pk)
    return render(request, "accounts/second_factor_reset.html", {"form": form, "shown": shown})
