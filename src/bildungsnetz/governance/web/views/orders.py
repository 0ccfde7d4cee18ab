"""Order board, the page of an order, giving an order."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.registers.chain import trace
from bildungsnetz.core.registers.next_steps import steps_for
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import orders as policies
from bildungsnetz.governance.selectors import orders as selectors
from bildungsnetz.governance.services import orders as services
from bildungsnetz.governance.web.forms.orders import OrderFilterForm, OrderForm
from bildungsnetz.governance.web.order_board import columns_of


def board(request: Request) -> HttpResponse:
    form = OrderFilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    today = clock.day_of(clock.now())
    rows = [
        selectors.on_board(row, today) for row in selectors.filtered(selectors.orders(request.actor), asked)
    ]
    page = {"form": form, "rows": rows, "columns": columns_of(rows), "today": today}
    return render(request, "governance/orders.html", page)


def order(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(selectors.orders(request.actor), pk=pk)
    now = clock.now()
    page = {
        "order": shown,
        "row": selectors.on_board(shown, clock.day_of(now)),
        "links": trace(request.actor, "governance.order", shown.pk),
        "urgent": getattr(shown, "urgent", None),
        "history": history_of(shown),
        "next_steps": steps_for(request.actor, "governance.order", shown.pk) if shown.is_running else [],
        "may_carry": policies.may_carry(request.actor, shown),
        "may_settle": policies.may_settle(request.actor, shown),
        "may_withdraw": policies.may_withdraw(request.actor, shown),
        "today": clock.day_of(now),
    }
    return render(request, "governance/order.html", page)


def issue(request: Request, pk: int) -> HttpResponse:
    decision = get_object_or_404(selectors.decisions_for_orders(request.actor), pk=pk)
    if not selectors.may_become_order(decision):
        return render(request, "governance/order_impossible.html", {"decision": decision}, status=409)
    form = OrderForm(request.POST or None, actor=request.actor, initial={"title": decision.item.title})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            given = services.issue_order(
                actor=request.actor, decision=decision, terms=form.terms(), now=clock.now()
            )
            messages.success(request, _("%(order)s ist erteilt.") % {"order": given})
            return redirect("governance:order", given.pk)
    return render(request, "governance/order_form.html", {"form": form, "decision": decision})
