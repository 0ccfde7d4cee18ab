"""Urgent orders: list, proposal, page with the agreement of the chairs, withdrawing."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.registers.chain import trace
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import urgent_orders as policies
from bildungsnetz.governance.policies.sessions import may_plan_session
from bildungsnetz.governance.selectors import urgent_orders as reads
from bildungsnetz.governance.services import urgent_orders as services
from bildungsnetz.governance.web.forms.papers import ReasonForm
from bildungsnetz.governance.web.forms.urgent_orders import UrgentOrderForm

PAGE = 25


def urgent_list(request: Request) -> HttpResponse:
    rows = reads.urgent_orders(request.actor)
    context = {
        "waiting": reads.waiting(rows),
        "page": Paginator(rows, PAGE).get_page(request.GET.get("seite")),
        "may_propose": request.actor.can_somewhere([policies.PROPOSE]),
    }
    return render(request, "governance/urgent_orders.html", context)


def urgent_new(request: Request) -> HttpResponse:
    form = UrgentOrderForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = services.propose_urgent_order(actor=request.actor, now=clock.now(), **form.facts())
            messages.success(request, _("Der Vorsitz beider Seiten ist um Zustimmung gebeten."))
            return redirect("governance:urgent-order", made.pk)
    return render(request, "governance/urgent_order_new.html", {"form": form})


def urgent_order(request: Request, pk: int) -> HttpResponse:
    """What is to be ordered, who agreed, and the button for whoever has to agree; only the button gives anything."""
    shown = get_object_or_404(reads.urgent_orders(request.actor), pk=pk)
    now = clock.now()
    if request.method == "POST":
        try:
            given = services.agree_urgent_order(actor=request.actor, urgent=shown, now=now)
            messages.success(request, _said(is_proposed=given.is_proposed))
        except RuleViolation as refused:
            messages.error(request, str(refused.message))
        return redirect("governance:urgent-order", pk)
    context = {
        "urgent": shown,
        "terms": services.terms_of(shown),
        "sides": reads.side_lines(shown),
        "links": trace(request.actor, "governance.order", shown.order.pk) if shown.order else [],
        "may_agree": reads.may_agree_now(request.actor, shown, clock.day_of(now)),
        "may_withdraw": shown.is_proposed and policies.may_withdraw(request.actor, shown),
        "is_waiting": reads.waiting(reads.urgent_orders(request.actor)).filter(pk=pk).exists(),
        "may_plan": may_plan_session(request.actor, shown.body),
        "history": history_of(shown),
    }
    return render(request, "governance/urgent_order.html", context)


def urgent_withdraw(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.urgent_orders(request.actor), pk=pk)
    if not policies.may_withdraw(request.actor, shown):
        raise NotAllowed
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            reason = form.cleaned_data["reason"]
            services.withdraw_urgent_order(actor=request.actor, urgent=shown, reason=reason, now=clock.now())
            messages.success(request, _("Der Vorschlag ist zurückgezogen."))
            return redirect("governance:urgent-order", pk)
    return render(request, "governance/urgent_order_withdraw.html", {"form": form, "urgent": shown})


def _said(*, is_proposed: bool) -> str:
    if is_proposed:
        return _("Ihre Zustimmung ist festgehalten. Es fehlt noch die andere Seite.")
    return _("Beide Seiten haben zugestimmt. Der Auftrag ist erteilt.")
