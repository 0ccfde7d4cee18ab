"""Jobs of network."""

from django_tasks import task

from bildungsnetz.core import clock
from bildungsnetz.network.services.graph import compute_figures


@task()
def compute_graph(pk: int) -> None:
    """The figures of a large graph."""
    compute_figures(pk=pk, now=clock.now)
