"""The graph on its way out: GraphML, lists of figures and gaps."""

from collections.abc import Iterable

import networkx as nx
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Cell, Table
from bildungsnetz.network.domain.figures import Figures
from bildungsnetz.network.domain.findings import Line
from bildungsnetz.network.domain.gaps import Candidate, Gap
from bildungsnetz.network.domain.graph import Graph


def as_graphml(graph: Graph, figures: Figures) -> bytes:
    """GraphML 1.0 with names, figures and where the relations are known from; for Gephi, yEd and others."""
    made: nx.Graph[int] = nx.Graph()
    for node, found in zip(graph.nodes, figures.nodes, strict=True):
        made.add_node(
            node.pk,
            label=node.name,
            kind=node.kind,
            city=node.city,
            selected=node.is_selected,
            degree=found.degree,
            betweenness=found.betweenness,
            component=found.component,
            community=found.community,
            gatekeeper=found.is_gatekeeper,
            x=found.x,
            y=found.y,
        )
    for edge in graph.edges:
        sources = " ".join(sorted(edge.sources))
        made.add_edge(edge.first, edge.second, weight=edge.weight, sources=sources, relations=edge.count)
    return "\n".join(nx.generate_graphml(made)).encode()


def figures_table(lines: Iterable[Line]) -> Table:
    """One row an institution of the selection."""
    columns = [
        _("Name"),
        _("Art"),
        _("Stadt oder Gemeinde"),
        _("Partner"),
        _("Anteil der kürzesten Wege"),
        _("Teil"),
        _("Gruppe"),
        _("einzige Verbindung"),
        _("ohne Partner"),
    ]
    return Table(_("Netzwerkgraph"), columns, map(_row, lines))


def gaps_table(rows: Iterable[tuple[Gap, str, list[Candidate]]]) -> Table:
    """One row a gap, with the best three who could be partner."""
    columns: list[Cell] = [_("Schule"), _("Schulform"), _("Stadt oder Gemeinde"), _("Thema ohne Partner")]
    for _number in range(3):
        columns += [_("Möglicher Partner"), _("Entfernung in km")]
    return Table(_("Lücken im Netzwerk"), columns, map(_gap_row, rows))  # type: ignore[arg-type]


def _row(line: Line) -> list[Cell]:
    node, found = line.node, line.figures
    return [
        node.name,
        node.kind,
        node.city,
        found.degree,
        found.betweenness,
        found.component,
        found.community,
        found.is_gatekeeper,
        line.is_alone,
    ]


def _gap_row(row: tuple[Gap, str, list[Candidate]]) -> list[Cell]:
    gap, topic, candidates = row
    cells: list[Cell] = [gap.school.name, gap.school.kind, gap.school.city, topic]
    for candidate in candidates:
        cells += [candidate.node.name, candidate.km]
    return [*cells, *[""] * (10 - len(cells))]
