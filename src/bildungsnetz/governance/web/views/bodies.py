"""Bodies: the tree, the page of one with its members on any day, setting up and settings."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, StaleVersion
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.presets import PRESETS
from bildungsnetz.governance.exchange.member_table import member_table
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.selectors import bodies as reads
from bildungsnetz.governance.selectors.body_record import occupancy, record_of
from bildungsnetz.governance.selectors.following import follows_body
from bildungsnetz.governance.selectors.join_requests import bodies_to_ask, requests_of
from bildungsnetz.governance.services import bodies as acts
from bildungsnetz.governance.web.forms.bodies import DayForm, NewBodyForm, PresetForm, SettingsForm
from bildungsnetz.governance.web.forms.stale import compare


def body_list(request: Request) -> HttpResponse:
    now = clock.now()
    page = {
        "lines": reads.overview(request.actor, now=now),
        "to_ask": bodies_to_ask(request.actor, clock.day_of(now)),
        "may_create": policies.may_create_body(request.actor),
    }
    return render(request, "governance/bodies.html", page)


def body(request: Request, pk: int) -> HttpResponse:
    now = clock.now()
    today = clock.day_of(now)
    shown = get_object_or_404(reads.bodies(request.actor), pk=pk)
    form = DayForm(request.GET)
    on = form.day(today)
    record = record_of(shown, on)
    filled = occupancy(record)
    page = {
        "body": shown,
        "form": form,
        "today": today,
        "filled": filled,
        "members": page_of(request, filled.members),
        "chairs": record.chairs,
        "next_session": reads.next_session(request.actor, shown, now=now),
        "below": reads.bodies(request.actor).filter(parent=shown),
        "other_rules": record.other_rules,
        "other_mandates": record.other_mandates,
        "sides": record.sides,
        "follows": follows_body(request.actor, shown),
        "topics": shown.fields_of_action.all(),
        "readers": reads.who_sees(shown, on=today),
        "join_requests": requests_of(request.actor, shown),
        "history": history_of(shown),
        **policies.what_may(request.actor, shown),
    }
    return render(request, "governance/body.html", page)


def member_file(request: Request, pk: int) -> HttpResponse:
    """The members of the day as XLSX or CSV."""
    shown = get_object_or_404(reads.bodies(request.actor), pk=pk)
    on = DayForm(request.GET).day(clock.day_of(clock.now()))
    return answer(
        request, member_table(f"{shown.name} {on:%Y-%m-%d}", occupancy(record_of(shown, on)).members)
    )


def choose_preset(request: Request) -> HttpResponse:
    return render(request, "governance/body_choose.html", {"presets": PRESETS.values()})


def new_from_preset(request: Request, preset: str) -> HttpResponse:
    if preset not in PRESETS:
        raise Http404
    chosen = PRESETS[preset]
    form = PresetForm(request.POST or None, actor=request.actor, initial={"name": chosen.name})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = acts.create_body_from_preset(
                actor=request.actor, preset=preset, now=clock.now(), **form.cleaned_data
            )
            return _made(request, made.pk)
    return render(request, "governance/body_new_preset.html", {"form": form, "preset": chosen})


def new_by_hand(request: Request) -> HttpResponse:
    form = NewBodyForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = acts.create_body(
                actor=request.actor, settings=form.settings(), sides=form.chosen_sides(), now=clock.now()
            )
            return _made(request, made.pk)
    return render(request, "governance/body_new.html", {"form": form})


def body_edit(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.bodies(request.actor), pk=pk)
    if not policies.may_change_body(request.actor, shown):
        raise NotAllowed
    form = SettingsForm(request.POST or None, actor=request.actor, instance=shown)
    others = []
    if request.method == "POST" and form.is_valid():
        version, now = form.cleaned_data["version"] or 0, clock.now()
        with show_errors(form):
            try:
                acts.change_body(
                    actor=request.actor, body=shown, version=version, settings=form.settings(), now=now
                )
            except StaleVersion:
                others = compare(form, form.stored(reads.bodies(request.actor).get(pk=pk)))
                raise
            messages.success(request, _("Die Einstellungen sind gespeichert."))
            return redirect("governance:body", pk)
    return render(request, "governance/body_edit.html", {"form": form, "body": shown, "others": others})


def _made(request: Request, pk: int) -> HttpResponse:
    messages.success(request, _("Das Gremium ist eingerichtet. Tragen Sie jetzt die Mandate ein."))
    return redirect("governance:body", pk)
