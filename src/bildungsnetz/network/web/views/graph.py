"""The network as a graph: drawing, figures and findings; the note on how they are made."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain import findings
from bildungsnetz.network.domain.figures import EXACT_UNTIL, PIVOTS
from bildungsnetz.network.selectors.graph import source_names
from bildungsnetz.network.selectors.graph_figures import is_large, progress_of
from bildungsnetz.network.services.graph import request_figures
from bildungsnetz.network.tasks import compute_graph
from bildungsnetz.network.web.drawing import MOST_NODES, counts
from bildungsnetz.network.web.graph_page import asked

ROWS = 20
"""Few, because a phone shows each row as a card below the picture."""


def graph(request: Request) -> HttpResponse:
    found = asked(request)
    shape = found.graph.shape
    page = {
        "form": found.form,
        "sort": found.sort,
        "query": request.GET.urlencode(),
        "sentences": findings.sentences(found.graph, found.figures, found.wanted.on),
        "counts": counts(found.graph, found.figures),
        "has_edges": bool(found.graph.edges),
        "figures": found.figures,
        "progress": progress_of(shape) if found.figures is None else None,
        "is_large": is_large(shape),
        "most_nodes": MOST_NODES,
        "page": page_of(request, found.lines, ROWS),
        "error": 100 * found.figures.error if found.figures else 0,
        "coverage": [
            (findings.coverage(found.graph, by="kind"), _("Art der Einrichtung")),
            (findings.coverage(found.graph, by="city"), _("Stadt oder Gemeinde")),
        ],
    }
    return render(request, "network/graph.html", page)


@require_POST
def compute(request: Request) -> HttpResponse:
    """Let the figures of a large selection be computed; the page then shows how far it is."""
    found = asked(request)
    with transaction.atomic():
        analysis = request_figures(actor=request.actor, shape=found.graph.shape, now=clock.now())
        if analysis is not None:
            key = analysis.pk
            transaction.on_commit(lambda: compute_graph.enqueue(key))
    messages.success(request, _("Die Kennzahlen werden berechnet. Das dauert bis zu zwei Minuten."))
    return redirect(f"{reverse('network:graph')}?{request.GET.urlencode()}")


def method(request: Request) -> HttpResponse:
    page = {"sources": source_names().values(), "exact_until": EXACT_UNTIL, "pivots": PIVOTS}
    return render(request, "network/graph_method.html", page)
