"""What became of the invitations of a session: the run, the mails, the answers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.invitation_runs import delivery_report
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services.invitation_repeat import repeat_invitations


@never_cache
def session_delivery(request: Request, pk: int) -> HttpResponse:
    """Can be left and found again; while mails are on their way the page follows by itself."""
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_invite(request.actor, session):
        raise NotAllowed
    page = {"session": session, "report": delivery_report(session)}
    return render(request, "governance/session_delivery.html", page)


@require_POST
def session_repeat(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(sessions(request.actor), pk=pk)
    try:
        count = repeat_invitations(actor=request.actor, session=session, now=clock.now())
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    else:
        done = ngettext("%(n)s Mail geht noch einmal hinaus.", "%(n)s Mails gehen noch einmal hinaus.", count)
        messages.success(request, done % {"n": count})
    return redirect("governance:session-delivery", pk)
