"""Inviting people, sending an invitation again, withdrawing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.accounts import policies
from bildungsnetz.accounts.selectors import people
from bildungsnetz.accounts.services import invitations
from bildungsnetz.accounts.web.forms import ConfirmForm, InviteForm
from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request


def invite(request: Request) -> HttpResponse:
    form = InviteForm(request.POST or None, with_role=policies.may_grant_role(request.actor))
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        role = chosen.get("role", "")
        with show_errors(form):
            invitations.send_invitation(
                actor=request.actor,
                email=chosen["email"],
                name=chosen["name"],
                role_keys=[role] if role else [],
                now=clock.now(),
            )
            messages.success(
                request, _("Die Einladung an %(name)s ist unterwegs.") % {"name": chosen["name"]}
            )
            return redirect("accounts:team")
    return render(request, "accounts/invite.html", {"form": form})


def resend(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people.open_invitations(request.actor), pk=pk)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST":
        with show_errors(form):
            invitations.resend_invitation(actor=request.actor, invitation=shown, now=clock.now())
            messages.success(request, _("Die Einladung an %(name)s ist unterwegs.") % {"name": shown.name})
            return redirect("accounts:team")
    return render(request, "accounts/resend.html", {"form": form, "shown": shown})


def withdraw(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(people.open_invitations(request.actor), pk=pk)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST":
        with show_errors(form):
            invitations.withdraw_invitation(actor=request.actor, invitation=shown, now=clock.now())
            messages.success(
                request, _("Die Einladung an %(name)s ist zurückgezogen.") % {"name": shown.name}
            )
            return redirect("accounts:team")
    return render(request, "accounts/withdraw.html", {"form": form, "shown": shown})
