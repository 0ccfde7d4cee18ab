"""Recommendations: the list, one of them, and the steps to its answer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock, exports
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, StaleVersion
from bildungsnetz.core.registers.chain import trace
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.recommendations import (
    RECOMMENDATION_STEPS,
    may_be_public,
    positions_after,
)
from bildungsnetz.governance.exchange.recommendation_table import recommendation_table
from bildungsnetz.governance.policies import recommendations as policies
from bildungsnetz.governance.selectors import recommendations as reads
from bildungsnetz.governance.services import recommendations as acts
from bildungsnetz.governance.services.recommendation_agenda import put_recommendation_on_agenda
from bildungsnetz.governance.web.forms.recommendations import (
    AgendaForm,
    AnswerForm,
    CollectForm,
    RecommendationFilter,
    TextForm,
    WordingForm,
)
from bildungsnetz.governance.web.forms.stale import compare


def recommendation_list(request: Request) -> HttpResponse:
    form = RecommendationFilter(request.GET, actor=request.actor)
    asked = form.asked()
    page = {
        "form": form,
        "page": page_of(request, reads.filtered(request.actor, asked)),
        "answer": asked.answer,
        "counts": reads.count_by_answer(request.actor),
        "may_collect": reads.conferences(request.actor).exists(),
        "may_merge": request.actor.can_somewhere([policies.CHANGE]),
        "may_publish": request.actor.can_somewhere([policies.PUBLISH]),
    }
    return render(request, "governance/recommendations.html", page)


def recommendation_file(request: Request) -> HttpResponse:
    """The list as XLSX or CSV, narrowed by the same filter."""
    asked = RecommendationFilter(request.GET, actor=request.actor).asked()
    return exports.answer(request, recommendation_table(reads.filtered(request.actor, asked)))


def recommendation(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.recommendations(request.actor), pk=pk)
    where = reads.standing(shown)
    page = {
        "recommendation": shown,
        "where": where,
        "links": trace(request.actor, "governance.recommendation", pk),
        "may_change": policies.may_change(request.actor, shown),
        "may_answer": policies.may_answer(request.actor, shown),
        "may_publish": policies.may_publish(request.actor, shown),
        "can_be_public": may_be_public(where.state),
        "originals": reads.originals(request.actor, shown),
        "contributions": reads.behind(shown),
        "history": history_of(shown),
    }
    return render(request, "governance/recommendation.html", page)


def collect(request: Request) -> HttpResponse:
    form = CollectForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            kept = acts.collect_recommendation(
                actor=request.actor,
                body=form.cleaned_data["body"],
                wording=form.wording(),
                adopted=form.cleaned_data["adopted"],
                now=clock.now(),
            )
            messages.success(request, _("%(recommendation)s ist aufgenommen.") % {"recommendation": kept})
            return redirect("governance:recommendation", kept.pk)
    return render(request, "governance/recommendation_new.html", {"form": form})


def edit(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.recommendations(request.actor), pk=pk)
    _require(allowed=policies.may_change(request.actor, shown))
    form = WordingForm(request.POST or None, instance=shown)
    others = []
    if request.method == "POST" and form.is_valid():
        version, said, now = form.cleaned_data["version"] or 0, form.wording(), clock.now()
        with show_errors(form):
            try:
                acts.change_recommendation(
                    actor=request.actor, recommendation=shown, version=version, wording=said, now=now
                )
            except StaleVersion:
                others = compare(form, form.stored(reads.recommendations(request.actor).get(pk=pk)))
                raise
            messages.success(request, _("Die Empfehlung ist gespeichert."))
            return redirect("governance:recommendation", pk)
    page = {"form": form, "recommendation": shown, "others": others}
    return render(request, "governance/recommendation_edit.html", page)


def advance(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.recommendations(request.actor), pk=pk)
    _require(allowed=policies.may_change(request.actor, shown))
    where = reads.standing(shown)
    if where.next_step is None:
        return redirect("governance:recommendation", pk)
    step = RECOMMENDATION_STEPS.step(where.state, where.next_step)
    # A step without words sends an empty form.
    form = TextForm(request.POST if request.method == "POST" else None)
    if not (step and step.needs_text):
        del form.fields["text"]
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.advance_recommendation(
                actor=request.actor,
                recommendation=shown,
                target=where.next_step,
                now=clock.now(),
                **form.cleaned_data,
            )
            messages.success(
                request, _("Die Empfehlung ist einen Schritt weiter: %s.") % where.next_step.label
            )
            return redirect("governance:recommendation", pk)
    page = {"form": form, "recommendation": shown, "where": where}
    return render(request, "governance/recommendation_advance.html", page)


def to_agenda(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.recommendations(request.actor), pk=pk)
    _require(allowed=policies.may_change(request.actor, shown))
    now = clock.now()
    form = AgendaForm(request.POST or None, actor=request.actor, now=now)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            put_recommendation_on_agenda(
                actor=request.actor, recommendation=shown, now=now, **form.cleaned_data
            )
            messages.success(request, _("Die Empfehlung steht auf der Tagesordnung."))
            return redirect("governance:session", form.cleaned_data["session"].pk)
    page = {
        "form": form,
        "recommendation": shown,
        "sessions": reads.sessions_to_come(request.actor, now),
        "where": reads.standing(shown),
    }
    return render(request, "governance/recommendation_agenda.html", page)


def answer(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.recommendations(request.actor), pk=pk)
    _require(allowed=policies.may_answer(request.actor, shown))
    positions = positions_after(reads.outcomes_for(shown))
    form = AnswerForm(request.POST or None, positions=positions)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.answer_recommendation(
                actor=request.actor, recommendation=shown, now=clock.now(), **form.cleaned_data
            )
            messages.success(request, _("Die Antwort ist eingetragen."))
            return redirect("governance:recommendation", pk)
    page = {
        "form": form,
        "recommendation": shown,
        "positions": positions,
        "links": trace(request.actor, "governance.recommendation", pk),
    }
    return render(request, "governance/recommendation_answer.html", page)


def _require(*, allowed: bool) -> None:
    if not allowed:
        raise NotAllowed
