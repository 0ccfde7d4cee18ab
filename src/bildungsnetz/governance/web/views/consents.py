"""A member agrees to be named on public pages, or withdraws it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies.body_basis import may_set_consent
from bildungsnetz.governance.selectors.body_basis import consent_of
from bildungsnetz.governance.selectors.mandates import mandates
from bildungsnetz.governance.services.consents import record_consent, withdraw_consent
from bildungsnetz.governance.web.forms.body_basis import ConsentForm


def consent_new(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(mandates(request.actor), pk=pk)
    _require(allowed=may_set_consent(request.actor, shown.person))
    now = clock.now()
    form = ConsentForm(request.POST or None, initial={"given_on": clock.day_of(now)})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            record_consent(actor=request.actor, person=shown.person, now=now, **form.cleaned_data)
            messages.success(
                request, _("Die Einwilligung ist festgehalten. Der Name steht jetzt öffentlich.")
            )
            return redirect("governance:mandate", pk)
    return render(request, "governance/consent_new.html", {"form": form, "mandate": shown})


def consent_withdraw(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(mandates(request.actor), pk=pk)
    _require(allowed=may_set_consent(request.actor, shown.person))
    consent = consent_of(shown.person)
    if consent is None:
        return redirect("governance:mandate", pk)
    if request.method == "POST":
        withdraw_consent(actor=request.actor, consent=consent, now=clock.now())
        messages.success(request, _("Die Einwilligung ist widerrufen. Der Name steht nicht mehr öffentlich."))
        return redirect("governance:mandate", pk)
    return render(request, "governance/consent_withdraw.html", {"mandate": shown, "consent": consent})


def _require(*, allowed: bool) -> None:
    if not allowed:
        raise NotAllowed
