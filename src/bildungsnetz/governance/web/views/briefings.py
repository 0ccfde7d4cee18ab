"""The briefing of a session: its page for authors and for readers, writing, sending, withdrawing, and "Gelesen"."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.briefing import BriefingState
from bildungsnetz.governance.policies.briefings import may_brief, may_write_briefings
from bildungsnetz.governance.selectors import briefings as reads
from bildungsnetz.governance.services import briefings as acts
from bildungsnetz.governance.web.briefing_page import author_page, briefing_form, session_to_brief


def briefing(request: Request, pk: int) -> HttpResponse:
    """With the texts of all school forms and who has read for authors, else what the reader shall know."""
    session = session_to_brief(request, pk)
    shown = reads.briefing_of(session)
    if may_write_briefings(request.actor, session):
        return author_page(request, session, shown)
    own = reads.own_part(request.actor, session)
    if own is None:
        raise NotAllowed
    if shown is None or shown.state == BriefingState.DRAFT:
        raise Http404
    receipt = reads.receipt_of(shown, own.person)
    lines = reads.lines_of(shown, own.forms) if shown.is_sent else []
    page = {"session": session, "briefing": shown, "lines": lines, "receipt": receipt}
    return render(request, "governance/briefing_read.html", page)


def edit(request: Request, pk: int) -> HttpResponse:
    session = session_to_brief(request, pk)
    if not may_brief(request.actor, session):
        raise NotAllowed
    form = briefing_form(request, session)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            kept = acts.write_briefing(
                actor=request.actor,
                session=session,
                introduction=form.cleaned_data["introduction"],
                texts=form.texts(),
                version=form.cleaned_data["version"] or None,
                now=clock.now(),
            )
            messages.success(request, _("Das Briefing ist gespeichert."))
            if kept.is_sent:
                messages.info(request, _("Wer schon gelesen hatte, ist bei Änderungen neu darum gebeten."))
            return redirect("governance:session-briefing", pk)
    page = {"session": session, "form": form, "briefing": reads.briefing_of(session)}
    return render(request, "governance/briefing_edit.html", page)


@require_POST
def send(request: Request, pk: int) -> HttpResponse:
    try:
        acts.send_briefing(actor=request.actor, session=session_to_brief(request, pk), now=clock.now())
        messages.success(request, _("Das Briefing ist versendet."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:session-briefing", pk)


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    try:
        acts.withdraw_briefing(actor=request.actor, session=session_to_brief(request, pk), now=clock.now())
        messages.success(request, _("Das Briefing ist zurückgezogen."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:session-briefing", pk)


@require_POST
def read(request: Request, pk: int) -> HttpResponse:
    given = request.POST.get("issue", "")
    issue = int(given) if given.isascii() and given.isdigit() else 0
    try:
        acts.confirm_reading(
            actor=request.actor, session=session_to_brief(request, pk), issue=issue, now=clock.now()
        )
        messages.success(request, _("Danke, Sie haben das Briefing gelesen."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:session-briefing", pk)
