"""Papers of items: upload, read, change, withdraw; the private note on an item."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from bildungsnetz.core import clock, files
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.exchange import bundle
from bildungsnetz.governance.exchange import session_document as document
from bildungsnetz.governance.policies import papers as policies
from bildungsnetz.governance.selectors import papers as read
from bildungsnetz.governance.selectors.agenda import items
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services import papers as services
from bildungsnetz.governance.services.notes import write_note
from bildungsnetz.governance.web.forms.papers import (
    MaybeReasonForm,
    NewPaperForm,
    NoteForm,
    PaperForm,
    ReasonForm,
    paper_values,
)
from bildungsnetz.governance.web.forms.stale import compare


def paper_new(request: Request, pk: int) -> HttpResponse:
    item = get_object_or_404(items(request.actor), pk=pk)
    if not policies.may_add_paper(request.actor, item):
        raise NotAllowed
    form = NewPaperForm(request.POST or None, request.FILES or None, actor=request.actor, item=item)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            try:
                services.add_paper(actor=request.actor, item=item, now=clock.now(), **form.facts())
            except RuleViolation as refused:
                refused.field = refused.field or "file"
                raise
            messages.success(request, _("Die Unterlage liegt beim Punkt."))
            return redirect(_place(item.session_id, item.pk))
    page = {"form": form, "item": item, "session": item.session}
    return render(request, "governance/paper_new.html", page)


def paper_file(request: Request, pk: int) -> HttpResponse:
    """The file itself; a withdrawn one is not handed out."""
    paper = get_object_or_404(read.papers(request.actor), pk=pk)
    if paper.withdrawn_at is not None:
        page = {"paper": paper, "session": paper.item.session}
        return render(request, "governance/paper_gone.html", page, status=410)
    return files.answer(paper.file)


def session_document(request: Request, pk: int) -> HttpResponse:
    """Everything this person may read of the session as one PDF."""
    session = get_object_or_404(sessions(request.actor), pk=pk)
    items, papers = read.what_to_take(request.actor, session)
    content = document.session_document(session, items, papers, reader=request.actor.name)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="Gesamtdokument.pdf"'
    return answer


def session_bundle(request: Request, pk: int) -> HttpResponse:
    """The same with all files as a ZIP that works without network."""
    session = get_object_or_404(sessions(request.actor), pk=pk)
    items, papers = read.what_to_take(request.actor, session)
    content = bundle.session_bundle(session, items, papers, reader=request.actor.name)
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="Sitzung.zip"'
    return answer


def paper_edit(request: Request, pk: int) -> HttpResponse:
    paper = get_object_or_404(read.papers(request.actor), pk=pk)
    if not policies.may_change_paper(request.actor, paper):
        raise NotAllowed
    form = PaperForm(request.POST or None, actor=request.actor, item=paper.item, initial=paper_values(paper))
    others = []
    if request.method == "POST" and form.is_valid():
        facts = {**form.cleaned_data, "version": form.cleaned_data["version"] or 0}
        with show_errors(form):
            try:
                services.change_paper(actor=request.actor, paper=paper, now=clock.now(), **facts)
            except StaleVersion:
                others = compare(form, paper_values(paper))
                raise
            messages.success(request, _("Die Änderung ist gespeichert."))
            return redirect(_place(paper.item.session_id, paper.item_id))
    page = {"form": form, "paper": paper, "session": paper.item.session, "others": others}
    return render(request, "governance/paper_edit.html", page)


def paper_withdraw(request: Request, pk: int) -> HttpResponse:
    paper = get_object_or_404(read.papers(request.actor), pk=pk)
    if not policies.may_withdraw_paper(request.actor, paper):
        raise NotAllowed
    session = paper.item.session
    chosen = MaybeReasonForm if session.invited_at is None else ReasonForm
    form = chosen(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        with show_errors(form):
            stays = services.withdraw_paper(actor=request.actor, paper=paper, reason=reason, now=clock.now())
            done = _("Die Unterlage ist zurückgezogen.") if stays else _("Die Unterlage ist gelöscht.")
            messages.success(request, done)
            return redirect("governance:session", session.pk)
    page = {"form": form, "paper": paper, "session": session}
    return render(request, "governance/paper_withdraw.html", page)


def item_note(request: Request, pk: int) -> HttpResponse:
    """The actor's own note on an item."""
    item = get_object_or_404(items(request.actor), pk=pk)
    own = read.notes(request.actor).filter(item=item).first()
    form = NoteForm(
        request.POST if request.method == "POST" else None, initial={"text": own.text if own else ""}
    )
    if request.method == "POST" and form.is_valid():
        write_note(actor=request.actor, item=item, text=form.cleaned_data["text"], now=clock.now())
        messages.success(request, _("Ihre Notiz ist gespeichert."))
        return redirect(_place(item.session_id, item.pk))
    page = {"form": form, "item": item, "session": item.session}
    return render(request, "governance/item_note.html", page)


def _place(session_pk: int, pk: int) -> str:
    """The item on the page of its session."""
    return f"{reverse('governance:session', args=[session_pk])}#top-{pk}"
