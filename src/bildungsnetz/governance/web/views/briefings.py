"""The briefing of a session: its page for authors and for readers, writing, sending, withdrawing, and "Gelesen"."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.briefing import BriefingState
from bildungsnetz.governance.models import Session, SessionBriefing
from bildungsnetz.governance.policies.briefings import may_brief, may_write_briefings
from bildungsnetz.governance.selectors import briefings as reads
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services import briefings as acts
from bildungsnetz.governance.web.forms.briefings import BriefingForm

TONES = {BriefingState.DRAFT: "info", BriefingState.SENT: "success", BriefingState.WITHDRAWN: "warning"}


def briefing(request: Request, pk: int) -> HttpResponse:
    """With the texts of all school forms and who has read for authors, else what the reader shall know."""
    session = _session(request, pk)
    shown = reads.briefing_of(session)
    if may_write_briefings(request.actor, session):
        return _page_of_author(request, session, shown)
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
    session = _session(request, pk)
    if not may_brief(request.actor, session):
        raise NotAllowed
    form = _form(request, session)
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
        acts.send_briefing(actor=request.actor, session=_session(request, pk), now=clock.now())
        messages.success(request, _("Das Briefing ist versendet."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:session-briefing", pk)


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    try:
        acts.withdraw_briefing(actor=request.actor, session=_session(request, pk), now=clock.now())
        messages.success(request, _("Das Briefing ist zurückgezogen."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:session-briefing", pk)


@require_POST
def read(request: Request, pk: int) -> HttpResponse:
    given = request.POST.get("issue", "")
    issue = int(given) if given.isascii() and given.isdigit() else 0
    try:
        acts.confirm_reading(actor=request.actor, session=_session(request, pk), issue=issue, now=clock.now())
        messages.success(request, _("Danke, Sie haben das Briefing gelesen."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:session-briefing", pk)


def _session(request: Request, pk: int) -> Session:
    return get_object_or_404(sessions(request.actor), pk=pk)


def _page_of_author(request: Request, session: Session, shown: SessionBriefing | None) -> HttpResponse:
    page = {
        "session": session,
        "briefing": shown,
        "tone": TONES[BriefingState(shown.state)] if shown else "",
        "lines": reads.lines_of(shown) if shown else [],
        "readers": reads.readers_of(shown) if shown else [],
        "own": reads.own_part(request.actor, session) if shown and shown.is_sent else None,
        "may_brief": may_brief(request.actor, session),
    }
    return render(request, "governance/briefing.html", page)


def _form(request: Request, session: Session) -> BriefingForm:
    kept = reads.briefing_of(session)
    texts = reads.texts_of(kept)
    represented = {form for each in reads.representatives(session) for form in each.forms}
    return BriefingForm(
        request.POST or None,
        items=reads.items_to_brief(session),
        school_forms=sorted(represented | {form for _item, form in texts if form}),
        texts=texts,
        initial={"introduction": kept.introduction, "version": kept.version} if kept else {},
    )
