"""On what a body stands: documents, yearly reports, topic guests; and the consent of members to be named."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock, files
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import body_basis as policies
from bildungsnetz.governance.selectors import body_basis as reads
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.services import body_basis as acts
from bildungsnetz.governance.web.forms.body_basis import DocumentForm, ReportForm, TopicGuestForm
from bildungsnetz.governance.web.forms.mandates import EndForm


def basis(request: Request, pk: int) -> HttpResponse:
    body, today = get_object_or_404(bodies(request.actor), pk=pk), _today()
    page = {
        "body": body,
        "documents": reads.document_lines(request.actor, body, today),
        "reports": reads.yearly_reports(request.actor).filter(body=body),
        "standing": reads.report_standing(body, today),
        "guests": reads.topic_guests(request.actor).filter(body=body),
        "today": today,
        "may_add_document": policies.may_add_document(request.actor, body),
        "may_give_report": policies.may_give_report(request.actor, body),
        "may_set_guest": policies.may_set_guest(request.actor, body),
    }
    return render(request, "governance/body_basis.html", page)


def document_file(request: Request, pk: int) -> HttpResponse:
    return files.answer(get_object_or_404(reads.documents(request.actor), pk=pk).file)


def report_file(request: Request, pk: int) -> HttpResponse:
    found = reads.yearly_reports(request.actor).filter(file__isnull=False)
    stored = get_object_or_404(found, pk=pk).file
    assert stored is not None  # noqa: S101 - filtered above
    return files.answer(stored)


def new_document(request: Request, pk: int) -> HttpResponse:
    body = get_object_or_404(bodies(request.actor), pk=pk)
    _require(allowed=policies.may_add_document(request.actor, body))
    form = DocumentForm(request.POST or None, request.FILES or None, initial={"valid_from": _today()})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.add_document(actor=request.actor, body=body, now=clock.now(), **form.facts())
            messages.success(request, _("Die Fassung ist abgelegt."))
            return redirect("governance:body-basis", pk)
    return render(request, "governance/body_document_new.html", {"form": form, "body": body})


def new_report(request: Request, pk: int) -> HttpResponse:
    body = get_object_or_404(bodies(request.actor), pk=pk)
    _require(allowed=policies.may_give_report(request.actor, body))
    stand = reads.report_standing(body, _today())
    owed = [*stand.missing, *([stand.next_due] if stand.next_due else [])]
    form = ReportForm(request.POST or None, request.FILES or None, owed=owed)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.give_yearly_report(actor=request.actor, body=body, now=clock.now(), **form.facts())
            messages.success(request, _("Der Jahresbericht ist abgegeben."))
            return redirect("governance:body-basis", pk)
    return render(request, "governance/body_report_new.html", {"form": form, "body": body, "owed": owed})


def new_guest(request: Request, pk: int) -> HttpResponse:
    body = get_object_or_404(bodies(request.actor), pk=pk)
    _require(allowed=policies.may_set_guest(request.actor, body))
    initial = {"person": request.GET.get("person"), "starts_on": _today()}
    form = TopicGuestForm(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.set_topic_guest(actor=request.actor, body=body, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Der Gast ist eingetragen."))
            return redirect("governance:body-basis", pk)
    return render(request, "governance/body_guest_new.html", {"form": form, "body": body})


def guest_end(request: Request, pk: int) -> HttpResponse:
    guest = get_object_or_404(reads.topic_guests(request.actor), pk=pk)
    _require(allowed=policies.may_set_guest(request.actor, guest.body))
    form = EndForm(request.POST or None, initial={"ends_on": guest.ends_on})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.end_topic_guest(actor=request.actor, guest=guest, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Der Gast wird nach dem angegebenen Tag nicht mehr eingeladen."))
            return redirect("governance:body-basis", guest.body_id)
    return render(
        request, "governance/body_guest_end.html", {"form": form, "guest": guest, "body": guest.body}
    )


def _require(*, allowed: bool) -> None:
    if not allowed:
        raise NotAllowed


def _today() -> date:
    return clock.day_of(clock.now())
