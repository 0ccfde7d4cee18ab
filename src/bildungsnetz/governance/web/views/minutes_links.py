"""The one-time link by which a chair without an account approves minutes: sending it, and the page behind it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors import minutes_links as read
from bildungsnetz.governance.selectors.minutes import sections_of
from bildungsnetz.governance.services import minutes_links as services
from bildungsnetz.governance.web.views.minutes import reading_of


def minutes_send_link(request: Request, session_pk: int) -> HttpResponse:
    """Whose approval is missing, with a button for each; only the button sends."""
    reading = reading_of(request, session_pk)
    minutes = reading.minutes
    if minutes is None:
        raise Http404
    if not policies.may_submit(request.actor, reading.session.body):
        raise NotAllowed
    now = clock.now()
    chairs = [person for _side, person in read.chairs_to_ask(minutes, clock.day_of(now))]
    if request.method == "POST":
        wanted = request.POST.get("person", "")
        person = next((chair for chair in chairs if str(chair.pk) == wanted), None)
        if person is None:
            raise Http404
        try:
            services.send_approval_link(actor=request.actor, minutes=minutes, person=person, now=now)
            messages.success(request, _("%(name)s bekommt den Link per Mail.") % {"name": person.name})
        except RuleViolation as refused:
            messages.error(request, str(refused.message))
        return redirect("governance:minutes-send-link", session_pk)
    page = {
        "minutes": minutes,
        "session": reading.session,
        "chairs": chairs,
        "links": read.links_of(minutes),
    }
    return render(request, "governance/minutes_send_link.html", page)


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def approve_by_link(request: Request, token: str) -> HttpResponse:
    """The whole text behind the link of the mail: looking changes nothing, the button approves."""
    link = read.link_by_hash(tokens.hash_of(token))
    why_not = services.why_no_approval(link, now=clock.now())
    if request.method == "POST" and not why_not:
        try:
            services.approve_by_link(
                token=token, read_hash=request.POST.get("read_hash", ""), now=clock.now()
            )
            return render(request, "governance/minutes_approved_link.html", {"link": link})
        except RuleViolation as refused:
            why_not = str(refused.message)
    if link is None or why_not:
        return render(request, "governance/minutes_link_closed.html", {"why_not": why_not}, status=410)
    page = {
        "link": link,
        "minutes": link.minutes,
        "session": link.minutes.session,
        "sections": sections_of(link.minutes),
    }
    return render(request, "governance/minutes_approve_link.html", page)
