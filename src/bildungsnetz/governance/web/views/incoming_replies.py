"""Answers from the mailbox that could not be matched: the clerk assigns or discards them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.invitation import Answer
from bildungsnetz.governance.selectors import incoming_replies as read
from bildungsnetz.governance.services.calendar_replies import assign_reply, discard_reply
from bildungsnetz.governance.web.forms.incoming_replies import AssignForm


def reply_list(request: Request) -> HttpResponse:
    is_set_up, last = read.mailbox_state()
    page = {
        "page": page_of(request, read.waiting_replies(request.actor)),
        "is_set_up": is_set_up,
        "last": last,
    }
    return render(request, "governance/incoming_replies.html", page)


def reply_assign(request: Request, pk: int) -> HttpResponse:
    now = clock.now()
    reply = get_object_or_404(read.incoming_replies(request.actor), pk=pk)
    start = {"invitation": reply.invitation_id, "answer": _answer_of(reply.said)}
    form = AssignForm(
        request.POST or None,
        invitations=read.invitations_to_assign(request.actor, reply, now),
        initial=start,
    )
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            assign_reply(actor=request.actor, reply=reply, now=now, **form.cleaned_data)
            messages.success(request, _("Die Antwort ist zugeordnet."))
            return redirect("governance:incoming-replies")
    return render(request, "governance/incoming_reply.html", {"reply": reply, "form": form})


@require_POST
def reply_discard(request: Request, pk: int) -> HttpResponse:
    reply = get_object_or_404(read.incoming_replies(request.actor), pk=pk)
    try:
        discard_reply(actor=request.actor, reply=reply, now=clock.now())
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    else:
        messages.success(request, _("Die Antwort ist verworfen."))
    return redirect("governance:incoming-replies")


def _answer_of(said: str) -> str:
    return {"ACCEPTED": Answer.COMES.value, "DECLINED": Answer.STAYS_AWAY.value}.get(said, "")
