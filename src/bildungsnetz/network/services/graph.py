"""Computing the figures of a large graph in the background."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.db import transaction

from bildungsnetz.core import jobs
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.models import Progress
from bildungsnetz.network import policies
from bildungsnetz.network.domain.figures import STEPS, compute
from bildungsnetz.network.domain.graph import Shape
from bildungsnetz.network.models import GraphAnalysis
from bildungsnetz.network.selectors.graph_figures import PROGRESS

KEPT: Final = 20


@transaction.atomic
def request_figures(*, actor: Actor, shape: Shape, now: datetime) -> GraphAnalysis | None:
    """Note that the figures of this graph are wanted; None when they are there or on their way. Raises NotAllowed.

    No entry in the record: nothing about the network changes. Of old results the newest KEPT stay.
    """
    if not policies.may_see_graph(actor):
        raise NotAllowed
    wanted, is_new = GraphAnalysis.objects.get_or_create(
        content_hash=shape.content_hash,
        defaults={"keys": list(shape.keys), "pairs": [list(pair) for pair in shape.pairs], "asked_at": now},
    )
    if not is_new:
        return None
    jobs.begin(kind=PROGRESS, about=wanted, total=STEPS, actor=actor, now=now)
    kept = GraphAnalysis.objects.order_by("-asked_at", "-pk").values_list("pk", flat=True)[:KEPT]
    GraphAnalysis.objects.exclude(pk__in=list(kept)).delete()
    return wanted


def compute_figures(*, pk: int, now: Callable[[], datetime]) -> None:
    """Compute and keep the figures that were wanted; called by the job, which tells the time as it goes on."""
    wanted = GraphAnalysis.objects.filter(pk=pk, figures__isnull=True).first()
    if wanted is None:
        return
    progress = jobs.of(wanted, PROGRESS).first()
    shape = Shape(tuple(wanted.keys), tuple((a, b, weight) for a, b, weight in wanted.pairs))
    found = compute(shape, step=lambda: _advance(progress, now()))
    wanted.figures, wanted.computed_at = found.as_json(), now()
    wanted.save(update_fields=["figures", "computed_at"])
    if progress is not None:
        jobs.finish(progress, now=now())


def _advance(progress: Progress | None, now: datetime) -> None:
    if progress is not None:
        jobs.advance(progress, now=now)
