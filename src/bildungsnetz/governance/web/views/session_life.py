"""Acts that move a session on: each a page that says what will happen, with one button."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.invitations import invitations_of
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services import sessions as services
from bildungsnetz.governance.services.session_steps import facts_of
from bildungsnetz.governance.web.forms.sessions import CancelForm, CloseForm


def session_open(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_open_session(request.actor, session):
        raise NotAllowed
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.open_session(actor=request.actor, session=session, now=clock.now())
            messages.success(request, _("Die Sitzung ist eröffnet. Halten Sie zuerst fest, wer da ist."))
            return redirect("governance:attendance", pk)
    return render(request, "governance/session_open.html", {"session": session, "form": form})


def session_close(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_close_session(request.actor, session):
        raise NotAllowed
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.close_session(
                actor=request.actor,
                session=session,
                next_date=form.cleaned_data["next_session_on"],
                now=clock.now(),
            )
            messages.success(request, _("Die Sitzung ist geschlossen. Nun das Protokoll."))
            return redirect("governance:session", pk)
    page = {"session": session, "form": form, "facts": facts_of(session, now=clock.now())}
    return render(request, "governance/session_close.html", page)


def session_cancel(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_cancel_session(request.actor, session):
        raise NotAllowed
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.cancel_session(
                actor=request.actor, session=session, reason=form.cleaned_data["reason"], now=clock.now()
            )
            messages.success(request, _("Die Sitzung ist abgesagt. Alle Eingeladenen bekommen eine Mail."))
            return redirect("governance:session", pk)
    page = {"session": session, "form": form, "invitations": invitations_of(session)}
    return render(request, "governance/session_cancel.html", page)


def session_archive(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_close_session(request.actor, session):
        raise NotAllowed
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.archive_session(actor=request.actor, session=session, now=clock.now())
            messages.success(request, _("Die Sitzung ist archiviert."))
            return redirect("governance:session", pk)
    return render(request, "governance/session_archive.html", {"session": session, "form": form})
