"""Answering an invitation: by the link of the mail without an account, or on the page of the session."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.selectors.invitations import invitation_by_hash, own_invitation
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services import replies
from bildungsnetz.governance.web.forms.invitations import ReplyForm


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def reply_by_link(request: Request, token: str) -> HttpResponse:
    """The page behind the link of the mail: looking changes nothing, the buttons do."""
    invitation = invitation_by_hash(tokens.hash_of(token))
    why_not = replies.refusal(invitation, now=clock.now())
    if invitation is None or why_not:
        closed = {"why_not": why_not, "session": invitation.session if invitation else None}
        return render(request, "governance/invitation_closed.html", closed, status=410)
    form = ReplyForm(request.POST or None, initial={"note": invitation.note})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            replies.reply_by_link(token=token, now=clock.now(), **form.cleaned_data)
            return redirect("governance:invitation-reply", token)
    page: dict[str, object] = {
        "form": form,
        "invitation": invitation,
        "session": invitation.session,
        "may_send_deputy": replies.may_send_deputy(invitation),
    }
    return render(request, "governance/invitation_reply.html", page)


@require_POST
def reply(request: Request, pk: int) -> HttpResponse:
    """The same answer given by somebody who is signed in."""
    session = get_object_or_404(sessions(request.actor), pk=pk)
    invitation = own_invitation(request.actor, session)
    form = ReplyForm(request.POST)
    if invitation is not None and form.is_valid():
        with show_errors(form):
            replies.reply_to_invitation(
                actor=request.actor, invitation=invitation, now=clock.now(), **form.cleaned_data
            )
            messages.success(request, _("Ihre Antwort ist angekommen."))
    for error in form.non_field_errors():
        messages.error(request, str(error))
    return redirect("governance:session", pk)
