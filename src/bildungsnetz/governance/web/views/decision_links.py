"""What a decision overtakes, its excerpt as a paper, and how a body counts its decisions."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.public_forms import public_form
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.decision_links import LinkKind
from bildungsnetz.governance.domain.decision_numbers import Numbering
from bildungsnetz.governance.policies import bodies as body_policies
from bildungsnetz.governance.policies import decisions as policies
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.selectors.decision_links import link_for
from bildungsnetz.governance.selectors.decision_periods import council_terms
from bildungsnetz.governance.selectors.decisions import decision_in_full
from bildungsnetz.governance.selectors.issued_papers import issued_paper
from bildungsnetz.governance.services.decision_document import pdf_of_decision
from bildungsnetz.governance.services.decision_links import link_decision, unlink_decision
from bildungsnetz.governance.services.decision_periods import add_term, set_numbering
from bildungsnetz.governance.web.forms.decision_links import (
    CheckForm,
    LinkForm,
    NumberingForm,
    TermForm,
    numbering_of,
)


def decision_link(request: Request, pk: int) -> HttpResponse:
    """Say which earlier decision this one replaces or revokes."""
    decision = decision_in_full(request.actor, pk)
    if decision is None:
        raise Http404
    if not policies.may_record(request.actor, decision.item, decision.body):
        raise NotAllowed
    form = LinkForm(request.POST or None, actor=request.actor, decision=decision)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            kind, earlier = LinkKind(form.cleaned_data["kind"]), form.cleaned_data["earlier"]
            link_decision(actor=request.actor, decision=decision, earlier=earlier, kind=kind, now=clock.now())
            messages.success(request, _("Die Verbindung ist festgehalten."))
            return redirect("governance:decision", pk)
    return render(request, "governance/decision_link.html", {"form": form, "decision": decision})


@require_POST
def decision_unlink(request: Request, pk: int) -> HttpResponse:
    """Undo a connection entered by mistake."""
    link = link_for(request.actor, pk)
    if link is None:
        raise Http404
    try:
        unlink_decision(actor=request.actor, link=link, now=clock.now())
        messages.success(request, _("Die Verbindung ist gelöst; der frühere Beschluss gilt wieder."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:decision", link.later_id)


def decision_pdf(request: Request, pk: int) -> HttpResponseBase:
    """The excerpt of one decision."""
    decision = decision_in_full(request.actor, pk)
    if decision is None:
        raise Http404
    name = (
        f"beschlussauszug-{slugify(decision.body.name)}-{slugify(decision.reference.replace('/', '-'))}.pdf"
    )
    return FileResponse(BytesIO(pdf_of_decision(decision)), as_attachment=True, filename=name)


def body_numbering(request: Request, pk: int) -> HttpResponse:
    """How a body counts, and its council terms."""
    body = get_object_or_404(bodies(request.actor), pk=pk)
    if not body_policies.may_change_body(request.actor, body):
        raise NotAllowed
    adds = "label" in request.POST
    form = NumberingForm(None if adds else request.POST or None, initial=numbering_of(body))
    term = TermForm(request.POST if adds else None)
    if request.method == "POST" and (term if adds else form).is_valid():
        with show_errors(term if adds else form):
            if adds:
                add_term(actor=request.actor, body=body, now=clock.now(), **term.cleaned_data)
            else:
                kind = Numbering(form.cleaned_data["numbering"])
                set_numbering(actor=request.actor, body=body, numbering=kind, now=clock.now())
            messages.success(request, _("Die Änderung ist gespeichert."))
            return redirect("governance:body-numbering", pk)
    page = {
        "body": body,
        "form": form,
        "term_form": term,
        "terms": council_terms(request.actor).filter(body=body),
    }
    return render(request, "governance/body_numbering.html", page)


@never_cache
@public_form
def paper_check(request: Request) -> HttpResponse:
    """Whether a paper is exactly the one that was issued; the answer is only for whoever holds it."""
    form = CheckForm(request.POST or None, request.FILES or None)
    page: dict[str, object] = {"form": form, "is_asked": False}
    if request.method == "POST" and form.is_valid():
        digits = form.cleaned_data["sha256"]
        page |= {"is_asked": True, "found": issued_paper(digits), "digits": digits}
    return render(request, "governance/paper_check.html", page)
