"""Items that cost cities money: costs, question, waiver, and the page behind the link a city got."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import clock
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors import hearing as read
from bildungsnetz.governance.selectors.agenda import items
from bildungsnetz.governance.services import hearing as services
from bildungsnetz.governance.web.forms.hearing import AskForm, CostsForm, OpinionForm, WaiveForm
from bildungsnetz.network.api import municipalities

DAYS_TO_ANSWER = 10


def hearing(request: Request, pk: int) -> HttpResponse:
    """What the item costs whom, where the hearing stands, and what the cities said."""
    item = _item(request, pk)
    found = read.hearing_of(item)
    start = {"estimate": found.costs.estimate, "cities": found.costs.cities.all()} if found else {}
    form = CostsForm(request.POST or None, cities=municipalities(), initial=start)
    if request.method == "POST" and "drop" in request.POST:
        return _drop(request, item)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.state_costs(actor=request.actor, item=item, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Gespeichert."))
            return redirect("governance:item-hearing", pk)
    page = {"item": item, "session": item.session, "hearing": found, "form": form}
    return render(request, "governance/hearing.html", page)


def hearing_ask(request: Request, pk: int) -> HttpResponse:
    """Whom each city is asked through, and until when."""
    item, now = _item(request, pk), clock.now()
    if (found := read.hearing_of(item)) is None:
        return redirect("governance:item-hearing", pk)
    cities = list(found.costs.cities.all())
    start = {"due_on": day_of(now) + timedelta(days=DAYS_TO_ANSWER)}
    form = AskForm(request.POST or None, cities=cities, known=read.known_contacts(), initial=start)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.ask_cities(
                actor=request.actor,
                item=item,
                due_on=form.cleaned_data["due_on"],
                contacts=form.contacts,
                now=now,
            )
            messages.success(request, _("Die Städte sind gefragt."))
            return redirect("governance:item-hearing", pk)
    return render(
        request, "governance/hearing_ask.html", {"item": item, "session": item.session, "form": form}
    )


def hearing_waive(request: Request, pk: int) -> HttpResponse:
    """Who waives the hearing, and why."""
    item = _item(request, pk)
    form = WaiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.waive_hearing(actor=request.actor, item=item, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Der Verzicht ist festgehalten."))
            return redirect("governance:item-hearing", pk)
    return render(
        request, "governance/hearing_waive.html", {"item": item, "session": item.session, "form": form}
    )


@require_POST
def opinion_resend(request: Request, pk: int) -> HttpResponse:
    """A new link for a city that lost its mail."""
    opinion = get_object_or_404(read.opinions_to_send_again(), pk=pk)
    item = _item(request, opinion.round.costs.item_id)
    try:
        services.send_again(actor=request.actor, opinion=opinion, now=clock.now())
        messages.success(request, _("%(city)s hat einen neuen Link bekommen.") % {"city": opinion.city})
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:item-hearing", item.pk)


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def opinion_link(request: Request, token: str) -> HttpResponse:
    """The page behind the link of the mail: looking changes nothing, the button answers."""
    now = clock.now()
    opinion = read.opinion_by_hash(tokens.hash_of(token))
    why_not = services.why_no_opinion(opinion, now=now)
    if opinion is None or why_not:
        return render(
            request, "governance/opinion_closed.html", {"why_not": why_not, "opinion": opinion}, status=410
        )
    start = {
        "answer": opinion.answer,
        "text": opinion.text,
        "answered_by": opinion.answered_by or opinion.name,
    }
    form = OpinionForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.give_opinion(token=token, now=now, **form.cleaned_data)
            return redirect("governance:opinion-link", token)
    page = {"form": form, "opinion": opinion, "item": opinion.round.costs.item, "costs": opinion.round.costs}
    return render(request, "governance/opinion.html", page)


def _item(request: Request, pk: int) -> Any:
    item = get_object_or_404(items(request.actor).prefetch_related(*read.PREFETCH), pk=pk)
    if not policies.may_change_item(request.actor, item.session):
        raise NotAllowed
    if item.fixed:
        raise Http404
    return item


def _drop(request: Request, item: Any) -> HttpResponse:
    try:
        services.drop_costs(actor=request.actor, item=item, now=clock.now())
        messages.success(request, _("Der Punkt kostet die Städte kein Geld."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:item-hearing", item.pk)
