"""Reading minutes, their file, and the acts that take one click or one sentence."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors import approvals, minutes_window
from bildungsnetz.governance.selectors.minutes import Reading, minutes_for, stored_file
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services import minutes as services
from bildungsnetz.governance.services.minutes_document import excerpt_as_issued, pdf_of_minutes

STATE_TONES = {
    "draft": "warning",
    "submitted": "info",
    "delivered": "info",
    "contested": "danger",
    "approved": "success",
}


def reading_of(request: Request, session_pk: int) -> Reading:
    """The minutes of a session as the actor may read them; 404 for a session she may not know."""
    session = get_object_or_404(sessions(request.actor), pk=session_pk)
    return minutes_for(request.actor, session)


def minutes(request: Request, session_pk: int) -> HttpResponse:
    """The minutes of a session, or why there are none yet."""
    reading = reading_of(request, session_pk)
    actor, shown, body = request.actor, reading.minutes, reading.session.body
    if shown is None:
        page = {
            "session": reading.session,
            "may_compose": reading.session.state == "held" and policies.may_compose(actor, body),
        }
        return render(request, "governance/minutes_missing.html", page)
    today = clock.day_of(clock.now())
    page = {
        "reading": reading,
        "session": reading.session,
        "minutes": shown,
        "tone": STATE_TONES[shown.state],
        "progress": approvals.progress_of(shown, today),
        "sides": approvals.sides_for(actor, shown, today),
        "supplements": shown.supplements.order_by("number"),
        "history": history_of(shown),
        "may_change": policies.may_change(actor, body),
        "may_supplement": policies.may_supplement(actor, body),
        "may_object": minutes_window.may_object_now(actor, shown, today),
        "may_read_versions": policies.may_read_versions(actor, body),
        "contests": minutes_window.contests(actor, shown, today),
    }
    return render(request, "governance/minutes.html", page)


def minutes_pdf(request: Request, session_pk: int) -> HttpResponseBase:
    """The approved file for those who may read all of it, else a paper of what the actor may read."""
    reading = reading_of(request, session_pk)
    if reading.minutes is None:
        raise Http404
    name = slugify(str(reading.minutes))
    if reading.is_excerpt:
        paper, name = excerpt_as_issued(reading.minutes, reading.sections), f"{name}-auszug"
    elif reading.minutes.is_approved:
        paper = stored_file(reading.minutes)
    else:
        paper = pdf_of_minutes(reading.minutes)
    return FileResponse(BytesIO(paper), as_attachment=True, filename=f"{name}.pdf")


@require_POST
def minutes_compose(request: Request, session_pk: int) -> HttpResponse:
    """Make the draft from what the session left behind."""
    session = get_object_or_404(sessions(request.actor), pk=session_pk)
    try:
        services.compose_minutes(actor=request.actor, session=session, now=clock.now())
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
        return redirect("governance:minutes", session_pk)
    messages.success(request, _("Der Entwurf steht. Lesen und ergänzen Sie ihn, bevor Sie ihn vorlegen."))
    return redirect("governance:minutes-edit", session_pk)
