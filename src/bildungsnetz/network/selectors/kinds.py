"""The kinds of institutions: a taxonomy that the office edits."""

from itertools import groupby

from django.db.models import Count, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.network.domain.kinds import KindGroup
from bildungsnetz.network.models import Institution, InstitutionKind
from bildungsnetz.network.selectors.institutions import institutions

Choices = list[tuple[str, list[tuple[str, str]]]]


def institution_kinds() -> QuerySet[InstitutionKind]:
    """All kinds, retired ones too, in their order."""
    return InstitutionKind.objects.order_by("position", "name", "pk")


def kinds_in(actor: Actor) -> list[InstitutionKind]:
    """The kinds that the actor's list of institutions has, in the order of the taxonomy."""
    present = institutions(actor).select_related(None).order_by().values("kind")
    return list(institution_kinds().filter(key__in=present))


def kind_name(key: str) -> str:
    """The stored name of a kind; empty when there is none with the key."""
    return InstitutionKind.objects.filter(key=key).values_list("name", flat=True).first() or ""


def kind_names() -> dict[str, str]:
    """The stored names of all kinds by key."""
    return dict(InstitutionKind.objects.order_by("key").values_list("key", "name"))


def kind_choices(*, kept: str = "") -> Choices:
    """The kinds that can be chosen, by group; a retired one only where it is chosen already."""
    rows = [each for each in institution_kinds() if each.retired_on is None or each.key == kept]
    return _grouped([(each, each.shown_name) for each in rows])


def plural_choices(kinds: list[InstitutionKind]) -> Choices:
    """Kinds for a filter, by group."""
    return _grouped([(each, each.shown_plural) for each in kinds])


def institutions_per_kind() -> dict[str, int]:
    """How many institutions each kind has, by key."""
    return dict(Institution.objects.order_by("kind").values_list("kind").annotate(Count("pk")))


def _grouped(named: list[tuple[InstitutionKind, str]]) -> Choices:
    order = [group.value for group in KindGroup]
    ranked = sorted(named, key=lambda pair: order.index(pair[0].group))
    return [
        (group, [(each.key, name) for each, name in pairs])
        for group, pairs in groupby(ranked, key=lambda pair: pair[0].group_name)
    ]
