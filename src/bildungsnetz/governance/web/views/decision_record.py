"""Recording and correcting a decision on an item."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import decisions as policies
from bildungsnetz.governance.policies import orders as order_policies
from bildungsnetz.governance.selectors import decisions as selectors
from bildungsnetz.governance.selectors.decision_sheet import (
    DecisionSheet,
    items_to_decide,
    sheet_for,
    values_of,
)
from bildungsnetz.governance.selectors.orders import may_become_order
from bildungsnetz.governance.services import decisions as services
from bildungsnetz.governance.services.decision_wording import read_out_decision, unlock_decision
from bildungsnetz.governance.services.statements import Statement
from bildungsnetz.governance.web.forms.decisions import MORE, DecisionForm, with_one_more

Act = Callable[[Statement], Any]


def decision_record(request: Request, item_pk: int) -> HttpResponse:
    """The form for the decision on an item; an item that has one shows it."""
    item = get_object_or_404(items_to_decide(request.actor), pk=item_pk)
    if not policies.may_record(request.actor, item, item.session.body):
        raise NotAllowed
    if (standing := item.decisions.first()) is not None:
        messages.info(request, _("Zu diesem Punkt ist schon ein Beschluss festgehalten."))
        return redirect("governance:decision", standing.pk)

    def act(statement: Statement) -> Any:
        return services.record_decision(actor=request.actor, item=item, statement=statement, now=clock.now())

    return _work(request, sheet_for(item), {"wording": item.proposal}, act)


def decision_correct(request: Request, pk: int) -> HttpResponse:
    """The same form, filled with the decision as it stands."""
    decision = selectors.decision_in_full(request.actor, pk)
    if decision is None:
        raise Http404
    if not policies.may_record(request.actor, decision.item, decision.body):
        raise NotAllowed

    if request.method != "POST" and decision.read_out_at is not None:
        messages.info(
            request,
            _(
                "Der Wortlaut ist verlesen und festgestellt. Entsperren Sie ihn hier, bevor Sie ihn berichtigen."
            ),
        )
        return redirect(reverse("governance:decision", args=[pk]) + "#wortlaut")

    def act(statement: Statement) -> Any:
        return services.correct_decision(
            actor=request.actor, decision=decision, statement=statement, now=clock.now()
        )

    return _work(request, sheet_for(decision.item), values_of(decision), act, decision=decision)


@require_POST
def decision_wording(request: Request, pk: int) -> HttpResponse:
    """Lock the wording after it was read out; with `do=unlock` and a reason let it be corrected again."""
    decision = selectors.decision_in_full(request.actor, pk)
    if decision is None:
        raise Http404
    act: dict[str, Any] = {"actor": request.actor, "decision": decision, "now": clock.now()}
    try:
        if request.POST.get("do") == "unlock":
            unlock_decision(reason=request.POST.get("reason", ""), **act)
            messages.success(request, _("Der Wortlaut ist entsperrt. Sie können ihn jetzt berichtigen."))
        else:
            read_out_decision(seen=request.POST.get("seen"), **act)
            messages.success(request, _("Der Wortlaut ist verlesen und festgestellt."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:decision", pk)


def _work(
    request: Request, sheet: DecisionSheet, initial: dict[str, Any], act: Act, *, decision: Any = None
) -> HttpResponse:
    may_order = sheet.gives_orders and order_policies.may_issue(request.actor, sheet.item.session.body)
    form = DecisionForm(request.POST or None, sheet=sheet, may_order=may_order, initial=initial)
    if MORE in request.POST:
        form = DecisionForm(sheet=sheet, may_order=may_order, initial=with_one_more(request.POST.dict()))
    elif request.method == "POST" and form.is_valid():
        with show_errors(form):
            return _after(request, act(form.statement()), wants_order=form.wants_order)
    page = {"form": form, "sheet": sheet, "item": sheet.item, "decision": decision, "more": MORE}
    return render(request, "governance/decision_form.html", page)


def _after(request: Request, decision: Any, *, wants_order: bool) -> HttpResponse:
    """On to the order when it is wanted and possible, else to the decision; an order that cannot be is said."""
    said = {"decision": decision, "outcome": decision.get_outcome_display()}
    messages.success(request, _("%(decision)s ist festgehalten: %(outcome)s.") % said)
    if wants_order and may_become_order(decision):
        return redirect(reverse("governance:order-issue", args=[decision.pk]) + "?von=beschluss")
    if wants_order:
        messages.warning(
            request,
            _(
                "Daraus kann kein Auftrag werden, denn das Ergebnis lautet „%(outcome)s“. "
                "Ein Auftrag braucht die Zustimmung aller Seiten."
            )
            % said,
        )
    return redirect("governance:decision", decision.pk)
