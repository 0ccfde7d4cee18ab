"""The page that says who would get an invitation and why, and sends it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.agenda import ROOM
from bildungsnetz.governance.selectors.body_basis import topic_guests_on
from bildungsnetz.governance.selectors.invitations import InvitationPlan, invitation_plan, late_sentence
from bildungsnetz.governance.selectors.papers import items_with_papers
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services.invitations import send_invitations
from bildungsnetz.governance.web.forms.invitations import GuestForm, SendForm
from bildungsnetz.network.api import people


def session_invite(request: Request, pk: int) -> HttpResponse:
    """Preview and sending; `?gast=` names guests, each with a number of its own."""
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_invite(request.actor, session):
        raise NotAllowed
    now = clock.now()
    everybody = people(request.actor)
    chosen = [int(key) for key in request.GET.getlist("gast") if key.isdigit()]
    guests = list(everybody.filter(pk__in=chosen))
    plan = invitation_plan(session, now=now, guests=guests)
    late = late_sentence(session, now=now)
    form = SendForm(request.POST if request.method == "POST" else None, late=late)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            reason = form.cleaned_data.get("reason", "")
            sent = send_invitations(
                actor=request.actor, session=session, now=now, reason=reason, guests=guests
            )
            count = len(sent.invitations)
            done = ngettext("%(n)s Einladung ist unterwegs.", "%(n)s Einladungen sind unterwegs.", count)
            messages.success(request, done % {"n": count})
            return redirect("governance:session-delivery", pk)
    page = {
        "session": session,
        "plan": plan,
        "form": form,
        "guests": guests,
        "suggested": topic_guests_on(session.body, clock.day_of(session.starts_at)).exclude(
            person__in=_known(plan)
        ),
        "guest_form": GuestForm(people=everybody.exclude(pk__in=_known(plan))),
        "items": items_with_papers(session, ROOM),
        "is_late": bool(late),
    }
    return render(request, "governance/invitation_preview.html", page)


def _known(plan: InvitationPlan) -> list[int]:
    groups = (plan.recipients, plan.without_mail, plan.already)
    return [entry.person.pk for group in groups for entry in group]
