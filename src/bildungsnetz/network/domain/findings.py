"""What the figures say, in sentences: the text that stands beside the drawing and says the same."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bildungsnetz.network.domain.figures import Figures, NodeFigures
from bildungsnetz.network.domain.graph import Graph, Node


@dataclass(frozen=True, slots=True)
class Line:
    """One institution with its figures; only selected ones have a line."""

    node: Node
    figures: NodeFigures

    @property
    def share(self) -> float:
        """The share of shortest ways in percent."""
        return 100 * self.figures.betweenness

    @property
    def is_alone(self) -> bool:
        return self.figures.degree == 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the register's institutions of a kind or city have a relation."""

    name: str
    total: int
    connected: int

    @property
    def percent(self) -> int:
        return round(100 * self.connected / self.total)


def lines(graph: Graph, figures: Figures) -> list[Line]:
    """The selected institutions with their figures, by name."""
    both = zip(graph.nodes, figures.nodes, strict=True)
    return sorted(
        (Line(node, found) for node, found in both if node.is_selected),
        key=lambda x: (x.node.name, x.node.pk),
    )


def coverage(graph: Graph, *, by: str) -> list[Coverage]:
    """For each "kind" or "city" of the selection, the largest first: how far the network covers the register."""
    total: Counter[str] = Counter()
    connected: Counter[str] = Counter()
    for node in graph.nodes:
        if node.is_selected:
            total[getattr(node, by)] += 1
            connected[getattr(node, by)] += bool(graph.partners[node.pk])
    rows = [Coverage(name, number, connected[name]) for name, number in total.items()]
    return sorted(rows, key=lambda row: (-row.total, row.name))


def overall(graph: Graph) -> Coverage:
    """The whole selection in one line."""
    chosen = [node.pk for node in graph.nodes if node.is_selected]
    return Coverage(_("alle"), len(chosen), sum(bool(graph.partners[pk]) for pk in chosen))


def sentences(graph: Graph, figures: Figures | None, on: date) -> list[str]:
    """The finding: how much of the register is connected, which parts there are, who joins them, who stands alone."""
    whole = overall(graph)
    if not whole.total:
        return [_("Zu dieser Auswahl gibt es keine Einrichtung.")]
    said = [
        _(
            "Am %(day)s haben %(connected)s von %(total)s Einrichtungen der Auswahl (%(percent)s %%) mindestens "
            "eine Beziehung."
        )
        % {
            "day": f"{on:%d.%m.%Y}",
            "connected": whole.connected,
            "total": whole.total,
            "percent": whole.percent,
        }
    ]
    if figures is not None and whole.connected:
        said += [_about_parts(figures), *_about_bridges(graph, figures)]
    return [*said, *_about_kinds(graph)]


def _about_parts(figures: Figures) -> str:
    largest = sum(node.component == 1 for node in figures.nodes)
    if figures.components == 1:
        first = _("Alle, die eine Beziehung haben, sind über andere miteinander verbunden.")
    else:
        first = _(
            "Das Netz zerfällt in %(parts)s Teile, die nichts miteinander zu tun haben; der größte umfasst "
            "%(largest)s Einrichtungen."
        ) % {"parts": figures.components, "largest": largest}
    groups = ngettext(
        "Enger zusammen arbeitet %(count)s Gruppe.",
        "Enger zusammen arbeiten %(count)s Gruppen.",
        figures.communities,
    ) % {"count": figures.communities}
    return f"{first} {groups}"


def _about_bridges(graph: Graph, figures: Figures) -> list[str]:
    rows = lines(graph, figures)
    bridge = max(rows, key=lambda row: row.figures.betweenness, default=None)
    gates = sum(row.figures.is_gatekeeper for row in rows)
    said = []
    if bridge is not None and bridge.figures.betweenness > 0:
        said.append(
            _("Die meisten kürzesten Wege führen über „%(name)s“ (%(percent)s %% aller Wege).")
            % {
                "name": bridge.node.name,
                "percent": f"{100 * bridge.figures.betweenness:.1f}".replace(".", ","),
            }
        )
    if gates:
        said.append(
            ngettext(
                "%(count)s Einrichtung ist die einzige Verbindung zu einem Teil des Netzes.",
                "%(count)s Einrichtungen sind die einzige Verbindung zu einem Teil des Netzes.",
                gates,
            )
            % {"count": gates}
        )
    return said


def _about_kinds(graph: Graph) -> list[str]:
    """The kind with the smallest share, when there are enough of it to speak of."""
    kinds = [row for row in coverage(graph, by="kind") if row.total >= 3 and row.connected < row.total]
    if not kinds:
        return []
    weakest = min(kinds, key=lambda row: (row.connected / row.total, -row.total))
    return [
        _("Am schwächsten eingebunden: %(kind)s (%(connected)s von %(total)s).")
        % {"kind": weakest.name, "connected": weakest.connected, "total": weakest.total}
    ]
