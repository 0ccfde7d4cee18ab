"""Items of an agenda: add, change, move, withdraw, take over what was postponed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.agenda import items, recommendations_to_treat
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services import agenda as services
from bildungsnetz.governance.services.agenda_start import take_over_postponed
from bildungsnetz.governance.web.forms.agenda import ItemForm, NewItemForm, WithdrawForm, item_values
from bildungsnetz.governance.web.forms.stale import compare

START = {"kind": "information", "visibility": "body", "minutes_planned": 10}


def item_new(request: Request, pk: int) -> HttpResponse:
    """A new item; `?empfehlung=` names the recommendation it takes up."""
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_add_item(request.actor, session):
        raise NotAllowed
    initial = START | _from_recommendation(request)
    form = NewItemForm(request.POST or None, actor=request.actor, session=session, initial=initial)
    if request.method == "POST" and form.is_valid():
        facts = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        with show_errors(form):
            item = services.add_item(actor=request.actor, session=session, now=clock.now(), **facts)
            messages.success(request, _("Der Punkt steht auf der Tagesordnung."))
            return redirect(_place(item.session_id, item.pk))
    return render(
        request, "governance/agenda_item_form.html", {"form": form, "session": session, "item": None}
    )


def item_edit(request: Request, pk: int) -> HttpResponse:
    item = get_object_or_404(items(request.actor), pk=pk)
    session = item.session
    if not policies.may_change_item(request.actor, session):
        raise NotAllowed
    form = ItemForm(
        request.POST or None, actor=request.actor, session=session, item=item, initial=item_values(item)
    )
    others = []
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        facts["version"] = facts["version"] or 0
        with show_errors(form):
            try:
                services.change_item(actor=request.actor, item=item, now=clock.now(), **facts)
            except StaleVersion:
                others = compare(form, item_values(item))
                raise
            messages.success(request, _("Die Änderung ist gespeichert."))
            return redirect(_place(item.session_id, item.pk))
    page = {"form": form, "session": session, "item": item, "others": others}
    return render(request, "governance/agenda_item_form.html", page)


@require_POST
def item_move(request: Request, pk: int) -> HttpResponse:
    item = get_object_or_404(items(request.actor), pk=pk)
    steps = -1 if request.POST.get("steps") == "-1" else 1
    try:
        services.move_item(actor=request.actor, item=item, steps=steps, now=clock.now())
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect(_place(item.session_id, item.pk))


def item_withdraw(request: Request, pk: int) -> HttpResponse:
    item = get_object_or_404(items(request.actor), pk=pk)
    if not policies.may_change_item(request.actor, item.session):
        raise NotAllowed
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.withdraw_item(
                actor=request.actor, item=item, reason=form.cleaned_data["reason"], now=clock.now()
            )
            messages.success(request, _("Der Punkt ist zurückgezogen."))
            return redirect("governance:session", item.session_id)
    page = {"form": form, "item": item, "session": item.session}
    return render(request, "governance/agenda_item_withdraw.html", page)


@require_POST
def take_over(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(sessions(request.actor), pk=pk)
    try:
        made = take_over_postponed(actor=request.actor, session=session, now=clock.now())
        messages.success(request, _("Auf die Tagesordnung genommen: %(count)s") % {"count": len(made)})
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:session", pk)


def _place(session_pk: int, pk: int) -> str:
    """The item on the page of its session."""
    return f"{reverse('governance:session', args=[session_pk])}#top-{pk}"


def _from_recommendation(request: Request) -> dict[str, object]:
    wanted = request.GET.get("empfehlung", "")
    found = recommendations_to_treat(request.actor).filter(pk=wanted).first() if wanted.isdigit() else None
    if found is None:
        return {}
    return {"recommendation": found.pk, "title": found.title, "summary": found.text, "kind": "decision"}
