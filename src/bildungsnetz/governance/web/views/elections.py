"""Elections of speakers: prepare, open, count, settle, protocol."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.elections import ElectionState
from bildungsnetz.governance.policies.elections import may_run_election
from bildungsnetz.governance.selectors import elections as reads
from bildungsnetz.governance.selectors.bodies import seat_rules
from bildungsnetz.governance.services import elections as acts
from bildungsnetz.governance.services.election_protocol import protocol_pdf
from bildungsnetz.governance.web.forms.elections import ElectionForm, LotForm

COUNTED = (ElectionState.COUNTED, ElectionState.SETTLED)


def election_list(request: Request) -> HttpResponse:
    return render(request, "governance/elections.html", {"elections": reads.elections(request.actor)})


def new_election(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(seat_rules(request.actor), pk=pk)
    if not may_run_election(request.actor, row.body):
        raise NotAllowed
    initial = {"title": _("Wahl: %(seat)s") % {"seat": row.function}, "led_by": request.actor.name}
    form = ElectionForm(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = acts.prepare_election(actor=request.actor, seat_rule=row, now=clock.now(), **form.facts())
            return redirect("governance:election", made.pk)
    return render(request, "governance/election_new.html", {"form": form, "row": row, "body": row.body})


def election(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.elections(request.actor), pk=pk)
    now = clock.now()
    is_draft = shown.state == ElectionState.DRAFT
    page = {
        "election": shown,
        "candidates": reads.candidates(shown),
        "electors": reads.electorate(shown.school_form, clock.day_of(now)) if is_draft else [],
        "voters": reads.voters(shown),
        "is_counted": shown.state in COUNTED,
        "may_count": shown.state == ElectionState.OPEN
        and (shown.closes_at <= now or shown.voted_count == shown.voter_count),  # type: ignore[attr-defined]
        "history": history_of(shown),
    }
    return render(request, "governance/election.html", page)


def election_open(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.elections(request.actor), pk=pk)
    if request.method == "POST":
        try:
            acts.open_election(actor=request.actor, election=shown, now=clock.now())
            messages.success(request, _("Die Wahl läuft. Alle Wahlberechtigten bekommen ihren Link."))
        except RuleViolation as refused:
            messages.error(request, str(refused.message))
        return redirect("governance:election", pk)
    electors = reads.electorate(shown.school_form, clock.day_of(clock.now()))
    page = {
        "election": shown,
        "reached": [each for each in electors if each.person.email],
        "unreached": [each for each in electors if not each.person.email],
    }
    return render(request, "governance/election_open.html", page)


def election_count(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.elections(request.actor), pk=pk)
    if request.method == "POST":
        try:
            acts.count_election(actor=request.actor, election=shown, now=clock.now())
            messages.success(request, _("Die Stimmen sind ausgezählt."))
        except RuleViolation as refused:
            messages.error(request, str(refused.message))
        return redirect("governance:election", pk)
    return render(request, "governance/election_count.html", {"election": shown})


def election_settle(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.elections(request.actor), pk=pk)
    result = reads.result_of(shown)
    tied = shown.candidates.filter(pk__in=result.tied).select_related("person").order_by("pk")
    form = LotForm(request.POST if request.method == "POST" else None, tied=tied if result.tied else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.settle_election(actor=request.actor, election=shown, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Das Ergebnis ist festgestellt, die Mandate sind eingetragen."))
            return redirect("governance:election", pk)
    page = {"election": shown, "form": form, "result": result, "candidates": reads.candidates(shown)}
    return render(request, "governance/election_settle.html", page)


def election_protocol(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.elections(request.actor).filter(state__in=COUNTED), pk=pk)
    answer = HttpResponse(protocol_pdf(shown), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="Wahlprotokoll-{shown.pk}.pdf"'
    return answer
