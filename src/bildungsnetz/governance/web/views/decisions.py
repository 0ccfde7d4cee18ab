"""Decisions: list and page."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from bildungsnetz.core.audit import history_of
from bildungsnetz.core.registers.chain import trace
from bildungsnetz.core.registers.next_steps import steps_for
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.session_states import SessionState, may_record_results
from bildungsnetz.governance.policies import decisions as policies
from bildungsnetz.governance.policies import orders as order_policies
from bildungsnetz.governance.selectors import decisions as selectors
from bildungsnetz.governance.selectors.decision_links import links_of, overtaken_by
from bildungsnetz.governance.selectors.orders import may_become_order
from bildungsnetz.governance.web.forms.decisions import DecisionFilter


def decisions(request: Request) -> HttpResponse:
    """All decisions the actor may read; `?sortierung=` orders them."""
    form = DecisionFilter(request.GET, actor=request.actor)
    sort = request.GET.get("sortierung", selectors.NEWEST_FIRST)
    wanted = form.wanted(sort)
    page = page_of(request, selectors.found(request.actor, wanted))
    rows = [
        (decision, selectors.tone_of(decision.outcome), overtaken_by(request.actor, decision))
        for decision in page
    ]
    topic = wanted.field_of_action if wanted.field_of_action and not wanted.field_of_action.ended_on else None
    context = {"form": form, "sort": sort, "page": page, "rows": rows, "topic": topic}
    return render(request, "governance/decisions.html", context)


def decision(request: Request, pk: int) -> HttpResponse:
    """What was decided, why it came out so, what hangs on it."""
    shown = selectors.decision_in_full(request.actor, pk)
    if shown is None:
        raise Http404
    actor, session = request.actor, shown.item.session
    may_record = policies.may_record(actor, shown.item, shown.body)
    circular = getattr(shown, "circular", None)
    in_session = may_record_results(SessionState(session.state)) and circular is None
    links = links_of(actor, shown)
    page = {
        "decision": shown,
        "session": session,
        "tone": selectors.tone_of(shown.outcome),
        "reasons": selectors.reasons_of(shown),
        "links": trace(actor, "governance.decision", shown.pk),
        "history": history_of(shown),
        "next_steps": steps_for(actor, "governance.decision", shown.pk),
        "overtakes": links[0],
        "overtaken_by": links[1],
        "may_order": may_become_order(shown) and order_policies.may_issue(actor, shown.body),
        "circular": circular,
        "may_correct": in_session and may_record and shown.read_out_at is None and not shown.orders.all(),
        "may_settle_wording": may_record and in_session,
        "is_running": session.state == SessionState.IN_SESSION and may_record,
    }
    return render(request, "governance/decision.html", page)
