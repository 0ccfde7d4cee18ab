"""Who is there: one form for seats, deputies, guests and the quorum."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors import attendance as read
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services.attendance import record_attendance, state_quorum
from bildungsnetz.governance.web.forms.attendance import AttendanceForm
from bildungsnetz.network.api import people


def attendance(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_record_attendance(request.actor, session):
        raise NotAllowed
    form = AttendanceForm(
        request.POST or None,
        session=session,
        lines=read.seat_lines(session),
        guests=read.guests(session),
        people=people(request.actor),
    )
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            record_attendance(
                actor=request.actor,
                session=session,
                seats=form.entries,
                guests=form.all_guests,
                now=clock.now(),
            )
            if {"is_stated", "note"} & set(form.changed_data):
                stated = {name: form.cleaned_data[name] for name in ("is_stated", "note")}
                state_quorum(actor=request.actor, session=session, now=clock.now(), **stated)
            messages.success(request, _("Die Anwesenheit ist festgehalten."))
            return redirect("governance:attendance", pk)
    present = read.present_keys(session)
    hint = read.quorum(session) if present else None
    page = {
        "session": session,
        "form": form,
        "hint": hint,
        "sentences": read.quorum_sentences(session, hint) if hint else [],
    }
    return render(request, "governance/attendance.html", page)
