"""Figures of a graph: at once for a small one, from what a job has computed for a large one."""

from typing import Final

from django.core.cache import cache

from bildungsnetz.core import jobs
from bildungsnetz.core.models import Progress
from bildungsnetz.network.domain.figures import Figures, compute
from bildungsnetz.network.domain.graph import Shape
from bildungsnetz.network.models import GraphAnalysis

AT_ONCE: Final = 1_500
PROGRESS: Final = "network.graph"
_KEPT_SECONDS: Final = 3600


def figures_of(shape: Shape) -> Figures | None:
    """The figures; None when the graph is large and no job has computed them yet.

    Equal structures share one result. Small ones live in memory for an hour, so that reading changes no data.
    """
    key = f"network.graph:{shape.content_hash}"
    known: Figures | None = cache.get(key)
    if known is None:
        known = compute(shape) if len(shape.keys) <= AT_ONCE else _computed(shape)
        if known is not None:
            cache.set(key, known, _KEPT_SECONDS)
    return known


def is_large(shape: Shape) -> bool:
    """Whether the figures need a job."""
    return len(shape.keys) > AT_ONCE


def progress_of(shape: Shape) -> Progress | None:
    """How far the job is that computes the figures, if one was asked for."""
    analysis = GraphAnalysis.objects.filter(content_hash=shape.content_hash).defer("pairs", "figures").first()
    return jobs.of(analysis, PROGRESS).first() if analysis else None


def _computed(shape: Shape) -> Figures | None:
    rows = GraphAnalysis.objects.filter(content_hash=shape.content_hash, figures__isnull=False)
    plain = rows.values_list("figures", flat=True).first()
    return Figures.from_json(plain) if plain else None
