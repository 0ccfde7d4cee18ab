"""What the pages of the graph have in common: the part of the network that is asked for, with its figures."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bildungsnetz.core import clock
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.figures import Figures
from bildungsnetz.network.domain.findings import Line, lines
from bildungsnetz.network.domain.graph import Graph
from bildungsnetz.network.selectors.graph import Selection, network_graph
from bildungsnetz.network.selectors.graph_figures import figures_of
from bildungsnetz.network.web.forms.graph import GraphFilter

_KEYS: Final = {
    "name": lambda line: line.node.name,
    "ort": lambda line: line.node.city,
    "partner": lambda line: line.figures.degree,
    "wege": lambda line: line.figures.betweenness,
    "gruppe": lambda line: line.figures.community,
}


@dataclass(frozen=True)
class Asked:
    """One question to the graph."""

    form: GraphFilter
    wanted: Selection
    graph: Graph
    sort: str

    @cached_property
    def figures(self) -> Figures | None:
        """None while the figures of a large graph are not computed."""
        return figures_of(self.graph.shape)

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of the table in the order asked for; empty without figures."""
        if self.figures is None:
            return []
        found = lines(self.graph, self.figures)
        key = _KEYS.get(self.sort.removeprefix("-"))
        return sorted(found, key=key, reverse=self.sort.startswith("-")) if key else found


def asked(request: Request) -> Asked:
    """Read the question out of the address."""
    form = GraphFilter(request.GET, actor=request.actor, today=clock.day_of(clock.now()))
    wanted = form.wanted()
    graph = network_graph(request.actor, wanted)
    return Asked(form, wanted, graph, request.GET.get("sortierung", ""))
