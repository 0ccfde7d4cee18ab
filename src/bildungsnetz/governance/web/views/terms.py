"""Council terms that were entered wrongly: put right or taken out while no number names them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies.bodies import may_change_body
from bildungsnetz.governance.selectors.decision_periods import council_terms
from bildungsnetz.governance.services.decision_periods import change_term, remove_term
from bildungsnetz.governance.web.forms.decision_links import TermForm


def term_edit(request: Request, pk: int) -> HttpResponse:
    term = get_object_or_404(council_terms(request.actor), pk=pk)
    if not may_change_body(request.actor, term.body):
        raise NotAllowed
    start = {"label": term.label, "starts_on": term.starts_on, "ends_on": term.ends_on}
    form = TermForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            change_term(actor=request.actor, term=term, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Änderung ist gespeichert."))
            return redirect("governance:body-numbering", term.body_id)
    return render(request, "governance/term_edit.html", {"form": form, "term": term, "body": term.body})


def term_remove(request: Request, pk: int) -> HttpResponse:
    term = get_object_or_404(council_terms(request.actor), pk=pk)
    if not may_change_body(request.actor, term.body):
        raise NotAllowed
    if request.method == "POST":
        try:
            remove_term(actor=request.actor, term=term, now=clock.now())
            messages.success(request, _("Die Wahlperiode ist entfernt."))
        except RuleViolation as refused:
            messages.error(request, str(refused.message))
        return redirect("governance:body-numbering", term.body_id)
    return render(request, "governance/term_remove.html", {"term": term, "body": term.body})
