"""Imports of the official list, their plans, and the outlines of the map."""

from django.db.models import Count, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.network import policies
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.models import ImportRow, ImportRun, MapOutline


def import_runs(actor: Actor) -> QuerySet[ImportRun]:
    """All imports, newest first, for those who may see them."""
    if not policies.may_see_imports(actor):
        return ImportRun.objects.none()
    return ImportRun.objects.order_by("-planned_at", "-pk")


def rows_of(run: ImportRun, kind: str = "") -> QuerySet[ImportRow]:
    """The lines of a plan, all or those of one kind, in their order. Ask for the right to see the run before."""
    rows = ImportRow.objects.filter(run=run).order_by("position")
    return rows.filter(kind=kind) if kind else rows


def counts_of(run: ImportRun) -> dict[RowKind, int]:
    """How many lines of each kind a plan has."""
    counted = rows_of(run).order_by().values_list("kind").annotate(n=Count("pk"))
    found = dict(counted)
    return {kind: found.get(kind.value, 0) for kind in RowKind}


def current_outline() -> MapOutline | None:
    """The outlines that the map draws: the last ones uploaded. They are public."""
    return MapOutline.objects.order_by("-uploaded_at", "-pk").first()
