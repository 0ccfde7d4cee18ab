"""What came in about entries: the office compares, accepts field by field or refuses with a reason."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.proposals import differences, values_of
from bildungsnetz.network.selectors import proposals as selectors
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.services.proposals import refuse_proposal, settle_proposal
from bildungsnetz.network.web.forms.freshness import SettleForm


def inbox(request: Request) -> HttpResponse:
    done = request.GET.get("stand") == "erledigt"
    waiting = selectors.open_proposals(request.actor)
    settled = selectors.settled_proposals(request.actor)
    page = {
        "done": done,
        "page": page_of(request, settled if done else waiting),
        "open_count": waiting.count(),
        "settled_count": settled.count(),
    }
    return render(request, "network/proposals.html", page)


def case(request: Request, pk: int) -> HttpResponse:
    kept = get_object_or_404(selectors.proposals(request.actor), pk=pk)
    now_values = values_of(entry_of(kept.institution))
    proposed = (
        differences(now_values, kept.changes) if kept.is_open else differences(kept.before, kept.changes)
    )
    form = SettleForm(request.POST or None, proposed=proposed, initial={"version": kept.version})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        with show_errors(form):
            if "refuse" in request.POST:
                refuse_proposal(
                    actor=request.actor,
                    proposal=kept,
                    reason=told["answer"],
                    version=told["version"],
                    now=clock.now(),
                )
            else:
                settle_proposal(
                    actor=request.actor,
                    proposal=kept,
                    accepted=told.get("accepted", []),
                    answer=told["answer"],
                    version=told["version"],
                    now=clock.now(),
                )
            messages.success(request, _("%(number)s ist erledigt.") % {"number": kept.number})
            return redirect("network:proposals")
    page = {
        "shown": kept,
        "form": form,
        "proposed": proposed,
        "since": differences(kept.before, now_values) if kept.is_open else [],
        "history": history_of(kept),
    }
    return render(request, "network/proposal.html", page)
