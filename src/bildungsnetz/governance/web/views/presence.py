"""Comings and goings of a session, and who was there at each item."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors import presence as read
from bildungsnetz.governance.selectors.attendance import guests
from bildungsnetz.governance.selectors.seats import people_of
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services.presence import record_move, take_back_move
from bildungsnetz.governance.web.forms.presence import MoveForm
from bildungsnetz.network.api import people


def moves(request: Request, pk: int) -> HttpResponse:
    """The form, what is recorded so far, and the presence at each item; `?punkt=` names the item to begin with."""
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_record_attendance(request.actor, session):
        raise NotAllowed
    course, now = read.presence(session), clock.now()
    lines = read.item_lines(request.actor, course)
    form = MoveForm(
        request.POST or None,
        session=session,
        groups=_groups(request, course),
        items=[line.item for line in lines],
        initial=_initial(request, course, now),
    )
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            move = record_move(actor=request.actor, session=session, now=now, **form.facts)
            messages.success(request, _("Festgehalten: %(move)s.") % {"move": move})
            return redirect(f"{request.path}?punkt={move.item_id}")
    page = {
        "session": session,
        "form": form,
        "lines": lines,
        "moves": read.moves_of(request.actor, session),
        "room": reverse("governance:session-room", args=[pk]),
    }
    return render(request, "governance/attendance_moves.html", page)


@require_POST
def move_take_back(request: Request, pk: int) -> HttpResponse:
    """Removes what was recorded by mistake."""
    move = get_object_or_404(read.all_moves(request.actor), pk=pk)
    try:
        take_back_move(actor=request.actor, move=move, now=clock.now())
        messages.success(request, _("Der Eintrag ist zurückgenommen."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:attendance-moves", move.session_id)


def _groups(request: Request, course: read.Presence) -> list[tuple[str, list[Any]]]:
    session = course.session
    seated, listed = people_of(session.body, day_of(session.starts_at)), guests(session)
    known = {person.pk for person in (*seated, *listed)}
    others = [person for person in people(request.actor) if person.pk not in known]
    return [(_("Mitglieder und Vertretungen"), seated), (_("Gäste"), listed), (_("Weitere Personen"), others)]


def _initial(request: Request, course: read.Presence, now: datetime) -> dict[str, Any]:
    """The item on the screen and the present time, while the session runs."""
    session = course.session
    is_now = session.state == SessionState.IN_SESSION and day_of(now) == day_of(session.starts_at)
    wanted = request.GET.get("punkt", "")
    return {
        "item": wanted if wanted.isdigit() else str(session.current_item_id or ""),
        "at": now.astimezone(BERLIN).strftime("%H:%M") if is_now else None,
    }
