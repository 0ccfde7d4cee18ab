"""The steps of an order: accept, start, report, deliver, settle, return, close, withdraw."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core import clock
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import orders as policies
from bildungsnetz.governance.selectors import orders as selectors
from bildungsnetz.governance.services import orders as services
from bildungsnetz.governance.web.forms.orders import ReasonForm, ReportForm


@dataclass(frozen=True)
class StepPage:
    """One step: the act, what the page says will happen, its button, and the form when words are needed."""

    act: Callable[..., Any]
    title: str | Promise
    effect: str | Promise
    button: str | Promise
    done: str | Promise
    form: type[forms.Form] = forms.Form
    kind: str = "primary"


STEPS = {
    "annehmen": StepPage(
        services.accept_order,
        _("Auftrag annehmen"),
        _("Der Auftrag gilt damit als angenommen. Das Gremium sieht, wer ihn wann angenommen hat."),
        _("Auftrag annehmen"),
        _("Der Auftrag ist angenommen."),
    ),
    "beginnen": StepPage(
        services.start_order,
        _("Arbeit beginnen"),
        _("Der Auftrag steht danach auf der Tafel unter „In Arbeit“."),
        _("Arbeit beginnen"),
        _("Die Arbeit am Auftrag hat begonnen."),
    ),
    "berichten": StepPage(
        services.report_on_order,
        _("Zwischenbericht schreiben"),
        _(
            "Den Bericht lesen alle, die den Auftrag sehen. Er steht in der Kette und im Rechenschaftsbericht."
        ),
        _("Bericht abgeben"),
        _("Der Bericht ist abgegeben."),
        ReportForm,
    ),
    "ergebnis": StepPage(
        services.deliver_order,
        _("Ergebnis vorlegen"),
        _("Das Gremium nimmt das Ergebnis danach ab oder gibt es mit Begründung zurück."),
        _("Ergebnis vorlegen"),
        _("Das Ergebnis liegt dem Gremium vor."),
        ReportForm,
    ),
    "abnehmen": StepPage(
        services.settle_order,
        _("Ergebnis abnehmen"),
        _("Der Auftrag ist damit erfüllt."),
        _("Ergebnis abnehmen"),
        _("Das Ergebnis ist abgenommen."),
    ),
    "zurueckgeben": StepPage(
        services.return_order,
        _("Ergebnis zurückgeben"),
        _("Der Auftrag geht mit Ihrer Begründung zurück in die Arbeit."),
        _("Ergebnis zurückgeben"),
        _("Das Ergebnis ist zurückgegeben."),
        ReasonForm,
    ),
    "abschliessen": StepPage(
        services.close_order,
        _("Auftrag abschließen"),
        _("Der Auftrag verschwindet von der Tafel der laufenden Aufträge und bleibt in der Kette stehen."),
        _("Auftrag abschließen"),
        _("Der Auftrag ist abgeschlossen."),
    ),
    "zurueckziehen": StepPage(
        services.withdraw_order,
        _("Auftrag zurückziehen"),
        _("Der Auftrag wird nicht weiter verfolgt. Das lässt sich nicht rückgängig machen."),
        _("Auftrag zurückziehen"),
        _("Der Auftrag ist zurückgezogen."),
        ReasonForm,
        "danger",
    ),
}

MAY: dict[str, Callable[[Actor, Any], bool]] = {
    "abnehmen": policies.may_settle,
    "zurueckgeben": policies.may_settle,
    "abschliessen": policies.may_settle,
    "zurueckziehen": policies.may_withdraw,
}


def step(request: Request, pk: int, name: str) -> HttpResponse:
    """Show what a step does, and take it on POST."""
    page = STEPS.get(name)
    if page is None:
        raise Http404
    order = get_object_or_404(selectors.orders(request.actor), pk=pk)
    if not MAY.get(name, policies.may_carry)(request.actor, order):
        raise NotAllowed
    form = page.form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            page.act(actor=request.actor, order=order, now=clock.now(), **form.cleaned_data)
            messages.success(request, str(page.done))
            return redirect("governance:order", pk)
    return render(request, "governance/order_step.html", {"order": order, "step": page, "form": form})
