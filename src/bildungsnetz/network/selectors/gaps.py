"""The gaps of the network on a day, with who could fill them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from bildungsnetz.core.actor import Actor
from bildungsnetz.network.domain.gaps import Candidate, Gap, Pool, find_gaps
from bildungsnetz.network.domain.graph import Graph
from bildungsnetz.network.domain.kinds import SCHOOL
from bildungsnetz.network.selectors.graph import Selection, network_graph, topics_of_partners
from bildungsnetz.network.selectors.institutions import running_fields_of_action

Row = tuple[Gap, str, list[Candidate]]


@dataclass(frozen=True)
class Gaps:
    """All gaps of a question; who could fill one is computed only for those that are shown."""

    actor: Actor
    wanted: Selection
    within_km: int

    @cached_property
    def topics(self) -> dict[int, str]:
        """The fields of action that are looked at."""
        found = {field.pk: field.name for field in running_fields_of_action()}
        return {pk: name for pk, name in found.items() if self.wanted.topic in {None, pk}}

    @cached_property
    def _graph(self) -> Graph:
        """The schools asked for with their partners; without a city that is the whole graph, read once."""
        if self.wanted.municipality is None:
            return self._whole
        return network_graph(self.actor, replace(self.wanted, kind=SCHOOL, topic=None))

    @cached_property
    def _whole(self) -> Graph:
        return network_graph(self.actor, Selection(on=self.wanted.on))

    @cached_property
    def found(self) -> list[Gap]:
        """By name of the school, then in the order of the fields of action."""
        return find_gaps(self._graph, list(self.topics), within_km=self.within_km)

    @property
    def schools(self) -> int:
        """How many schools were looked at."""
        return sum(node.is_school and node.is_selected for node in self._graph.nodes)

    def rows(self, gaps: Iterable[Gap]) -> list[Row]:
        """These gaps with the name of the topic and the best few who could be partner."""
        return [
            (gap, self.topics[gap.topic], self._pool.candidates(gap, within_km=self.within_km))
            for gap in gaps
        ]

    @cached_property
    def _pool(self) -> Pool:
        return Pool(self._whole.nodes, topics_of_partners(self.actor), self._whole)
