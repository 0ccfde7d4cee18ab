"""Submitting minutes, taking them back, approving and supplementing them: each with a page that says what happens."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors import approvals
from bildungsnetz.governance.services.minutes import submit_minutes, take_back_minutes
from bildungsnetz.governance.services.minutes_approval import approve_minutes, supplement_minutes
from bildungsnetz.governance.web.forms.minutes import SupplementForm, TakeBackForm
from bildungsnetz.governance.web.views.minutes import reading_of


def minutes_submit(request: Request, session_pk: int) -> HttpResponse:
    """Lay the draft before those who chair."""
    reading = reading_of(request, session_pk)
    shown = reading.minutes
    if shown is None:
        raise Http404
    if not policies.may_submit(request.actor, reading.session.body):
        raise NotAllowed
    now = clock.now()
    if request.method == "POST":
        try:
            submit_minutes(actor=request.actor, minutes=shown, now=now)
            messages.success(request, _("Das Protokoll liegt zur Freigabe vor."))
        except RuleViolation as refused:
            messages.error(request, str(refused.message))
        return redirect("governance:minutes", session_pk)
    progress = approvals.progress_of(shown, clock.day_of(now))
    page = {"minutes": shown, "session": reading.session, "progress": progress}
    return render(request, "governance/minutes_submit.html", page)


def minutes_take_back(request: Request, session_pk: int) -> HttpResponse:
    """Take submitted minutes back, with the reason."""
    reading = reading_of(request, session_pk)
    if reading.minutes is None:
        raise Http404
    if not policies.may_submit(request.actor, reading.session.body):
        raise NotAllowed
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            reason = form.cleaned_data["reason"]
            take_back_minutes(actor=request.actor, minutes=reading.minutes, reason=reason, now=clock.now())
            messages.success(
                request, _("Das Protokoll ist wieder ein Entwurf. Bisherige Freigaben gelten nicht mehr.")
            )
            return redirect("governance:minutes", session_pk)
    page = {"form": form, "minutes": reading.minutes, "session": reading.session}
    return render(request, "governance/minutes_take_back.html", page)


def minutes_approve(request: Request, session_pk: int) -> HttpResponse:
    """The whole text with its hash; the button approves exactly this text for a side."""
    reading = reading_of(request, session_pk)
    if request.method == "POST":
        return _approve(request, session_pk)
    shown = reading.minutes
    if shown is None or shown.is_draft:
        return redirect("governance:minutes", session_pk)
    sides = approvals.sides_for(request.actor, shown, clock.day_of(clock.now()))
    if reading.is_excerpt or not sides:
        return redirect("governance:minutes", session_pk)
    page = {"reading": reading, "minutes": shown, "session": reading.session, "sides": sides}
    return render(request, "governance/minutes_approve.html", page)


def _approve(request: Request, session_pk: int) -> HttpResponse:
    """A text that changed meanwhile is shown anew with the reason; nothing is approved unseen."""
    minutes = approvals.minutes_to_approve(request.actor, session_pk)
    if minutes is None:
        raise Http404
    try:
        approved = approve_minutes(
            actor=request.actor,
            minutes=minutes,
            side=request.POST.get("side", ""),
            read_hash=request.POST.get("read_hash", ""),
            now=clock.now(),
        )
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
        return redirect("governance:minutes-approve", session_pk)
    if approved.is_approved:
        messages.success(request, _("Das Protokoll ist genehmigt und ab jetzt unveränderlich."))
    elif approved.is_delivered:
        messages.success(
            request, _("Alle Seiten haben freigegeben. Die Mitglieder haben das Protokoll bekommen.")
        )
    else:
        messages.success(request, _("Ihre Freigabe ist festgehalten. Die andere Seite steht noch aus."))
    return redirect("governance:minutes", session_pk)


def minutes_supplement(request: Request, session_pk: int) -> HttpResponse:
    """Add to approved minutes what has to be corrected."""
    reading = reading_of(request, session_pk)
    if reading.minutes is None:
        raise Http404
    if not policies.may_supplement(request.actor, reading.session.body):
        raise NotAllowed
    form = SupplementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            said = form.cleaned_data
            added = supplement_minutes(actor=request.actor, minutes=reading.minutes, now=clock.now(), **said)
            messages.success(
                request, _("Die %(number)s. Ergänzung steht beim Protokoll.") % {"number": added.number}
            )
            return redirect("governance:minutes", session_pk)
    page = {"form": form, "minutes": reading.minutes, "session": reading.session}
    return render(request, "governance/minutes_supplement.html", page)
