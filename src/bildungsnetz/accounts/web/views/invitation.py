"""The page behind the link of an invitation."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from bildungsnetz.accounts.selectors import people
from bildungsnetz.accounts.services import invitations
from bildungsnetz.accounts.web.forms import AcceptInvitationForm
from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request


@never_cache
def accept(request: Request, token: str) -> HttpResponse:
    """Set a password and sign in; a link that is of no use says why."""
    invitation = people.invitation_by_token(token)
    why_not = (
        invitations.refusal(invitation, now=clock.now())
        if invitation
        else _("Diesen Einladungslink gibt es nicht.")
    )
    if why_not:
        page = {"why_not": why_not}
        return render(request, "accounts/invitation_closed.html", page, status=410)
    form = AcceptInvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            user = invitations.accept_invitation(
                token=token, password=form.cleaned_data["password"], now=clock.now()
            )
            login(request, user, backend="django.contrib.auth.backends.ModelBackend")
            return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "accounts/invitation.html", {"form": form, "invitation": invitation})
