"""Accounts and their roles."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.accounts import policies
from bildungsnetz.accounts.selectors import people
from bildungsnetz.accounts.services import grants, invitations
from bildungsnetz.accounts.services.users import set_active
from bildungsnetz.accounts.web.forms import GrantForm, InviteForm
from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request


def team(request: Request) -> HttpResponse:
    return render(
        request,
        "accounts/team.html",
        {
            "page": page_of(request, people.users(request.actor)),
            "invitations": people.open_invitations(request.actor),
            "may_invite": policies.may_invite(request.actor),
        },
    )


def roles(request: Request) -> HttpResponse:
    return render(request, "accounts/roles.html", {"roles": people.roles()})


def invite(request: Request) -> HttpResponse:
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        with show_errors(form):
            invitations.send_invitation(
                actor=request.actor,
                email=chosen["email"],
                name=chosen["name"],
                role_keys=[chosen["role"].key],
                now=clock.now(),
            )
            messages.success(request, _("Die Einladung ist unterwegs."))
            return redirect("accounts:team")
    return render(request, "accounts/invite.html", {"form": form})


def user(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people.users(request.actor), pk=pk)
    page = {
        "shown": shown,
        "history": history_of(shown),
        "may_change": policies.may_change_user(request.actor),
        "may_grant": policies.may_grant_role(request.actor),
        "today": clock.day_of(clock.now()),
    }
    return render(request, "accounts/user.html", page)


def grant(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people.users(request.actor), pk=pk)
    form = GrantForm(request.POST or None, initial={"valid_from": clock.day_of(clock.now())})
    if request.method == "POST" and form.is_valid():
        chosen = dict(form.cleaned_data)
        chosen["role"] = chosen["role"].key
        grants.grant_role(actor=request.actor, user=shown, now=clock.now(), **chosen)
        messages.success(request, _("Die Rolle ist vergeben."))
        return redirect("accounts:user", pk)
    return render(request, "accounts/grant.html", {"form": form, "shown": shown})


def end_grant(request: Request, pk: int, grant_pk: int) -> HttpResponse:
    shown = get_object_or_404(people.users(request.actor), pk=pk)
    held = get_object_or_404(people.grants_by_hand(shown), pk=grant_pk)
    if request.method == "POST":
        now = clock.now()
        grants.end_grant(actor=request.actor, grant=held, last_day=clock.day_before(now), now=now)
        messages.success(request, _("Die Rolle ist beendet."))
        return redirect("accounts:user", pk)
    return render(request, "accounts/end_grant.html", {"shown": shown, "held": held})


def activity(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people.users(request.actor), pk=pk)
    if request.method == "POST":
        set_active(actor=request.actor, user=shown, active=not shown.is_active, now=clock.now())
        return redirect("accounts:user", pk)
    return render(request, "accounts/activity.html", {"shown": shown})
