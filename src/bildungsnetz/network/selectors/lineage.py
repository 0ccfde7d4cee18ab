"""Parents and branches, predecessors and successors of institutions, as far as the actor may see them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bildungsnetz.core.actor import Actor
from bildungsnetz.network.models import Affiliation, Institution, Succession
from bildungsnetz.network.selectors.institutions import institutions


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a succession: in words, from when, into which institution; `may_open` when it has a page for the actor."""

    words: str
    on: date
    institution: Institution
    may_open: bool


@dataclass(frozen=True, slots=True)
class Lineage:
    """The relations of one institution."""

    parent: Institution | None = None
    branches: list[Institution] = field(default_factory=list)
    successors: list[Step] = field(default_factory=list)
    predecessors: list[Step] = field(default_factory=list)


def lineage_of(actor: Actor, institution: Institution) -> Lineage:
    """Parent, branches, the chain of successors and the direct predecessors. Names of ended ones are shown, too."""
    visible = institutions(actor)
    above = visible.filter(branch_rows__institution=institution).first()
    below = list(visible.filter(affiliation__parent=institution))
    return Lineage(above, below, _successors(actor, institution), _predecessors(actor, institution))


def parent_links() -> dict[int, int]:
    """Branch → parent, all of them."""
    return dict(Affiliation.objects.order_by("pk").values_list("institution", "parent"))


def succession_links() -> dict[int, int]:
    """Predecessor → successor, all of them."""
    return dict(Succession.objects.order_by("pk").values_list("predecessor", "successor"))


def former_institution(pk: int) -> Institution | None:
    """A closed institution that was public and has a successor: its address still says where it went."""
    return (
        Institution.objects.select_related("municipality")
        .filter(pk=pk, is_public=True, succession__isnull=False)
        .first()
    )


def _successors(actor: Actor, institution: Institution) -> list[Step]:
    """One query for each step, as chains are short; a ring in the data ends where it began."""
    rows: list[Succession] = []
    seen = {institution.pk}
    while (row := _succession_of(rows[-1].successor_id if rows else institution.pk)) is not None:
        if row.successor_id in seen:
            break
        seen.add(row.successor_id)
        rows.append(row)
    return _steps(actor, [(row, row.successor) for row in rows])


def _succession_of(pk: int) -> Succession | None:
    return Succession.objects.select_related("successor__municipality").filter(predecessor=pk).first()


def _predecessors(actor: Actor, institution: Institution) -> list[Step]:
    rows = Succession.objects.filter(successor=institution).select_related("predecessor__municipality")
    return _steps(actor, [(row, row.predecessor) for row in rows.order_by("-happened_on", "pk")])


def _steps(actor: Actor, pairs: Iterable[tuple[Succession, Institution]]) -> list[Step]:
    rows = [(row, other) for row, other in pairs]
    seen = set(
        institutions(actor).filter(pk__in=[other.pk for _, other in rows]).values_list("pk", flat=True)
    )
    public = [(row, other) for row, other in rows if other.is_public or other.pk in seen]
    return [Step(row.words, row.happened_on, other, other.pk in seen) for row, other in public]
