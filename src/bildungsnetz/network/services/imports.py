"""The import of the official list: plan it, look at it, carry out exactly the plan or drop it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.import_plan import ImportPlan, OfficialList, PlannedRow, RowKind, compare
from bildungsnetz.network.domain.official import OfficialFacts
from bildungsnetz.network.models import ImportRow, ImportRun
from bildungsnetz.network.selectors.register import hash_of, official_facts
from bildungsnetz.network.services.official_writes import write_officials

_LABEL, _NUMBER, _REASON = 200, 40, 300


@transaction.atomic
def plan_import(
    *, actor: Actor, official: OfficialList, file_name: str, file_hash: str, now: datetime
) -> ImportRun:
    """Store what the list would change in the register; nothing else is written. Raises NotAllowed, RuleViolation."""
    if not policies.may_plan_import(actor):
        raise NotAllowed
    if not official.read and not official.refused:
        raise RuleViolation(
            _("Die Liste enthält keine Einrichtung des Kreises %(district)s.")
            % {"district": official.district},
            field="district",
        )
    present = official_facts(official.district, [row.facts.number for row in official.read])
    plan = compare(official.read, official.refused, present, official.untold)
    run = ImportRun.objects.create(
        source=official.source,
        file_name=file_name[-200:],
        file_hash=file_hash,
        district=official.district,
        elsewhere=official.elsewhere,
        encoding=official.encoding,
        register_hash=hash_of(present),
        planned_at=now,
        planned_by=actor.name,
    )
    _store(run, plan)
    audit.record("network.import.plan", actor=actor, on=run, now=now, rows=len(plan.rows))
    return run


@transaction.atomic
def commit_import(*, actor: Actor, run: ImportRun, now: datetime) -> ImportRun:
    """Carry out the stored plan, all of it or nothing.

    Raises NotAllowed; RuleViolation when the run is settled already or the register has changed since the plan.
    """
    kept = _lock_open(run)
    if not policies.may_commit_import(actor):
        raise NotAllowed
    rows = list(kept.rows.filter(kind__in=[RowKind.NEW, RowKind.CHANGED]).order_by("position"))
    _check_register(kept)
    planned = [_planned(row) for row in rows]
    write_officials(actor=actor, source=kept.source, rows=planned, now=now)
    _settle(kept, ImportRun.State.COMMITTED, actor, now)
    new = sum(row.kind is RowKind.NEW for row in planned)
    audit.record("network.import.commit", actor=actor, on=kept, now=now, new=new, changed=len(planned) - new)
    return kept


@transaction.atomic
def discard_import(*, actor: Actor, run: ImportRun, now: datetime) -> ImportRun:
    """Drop a plan without carrying it out. Raises NotAllowed, RuleViolation."""
    kept = _lock_open(run)
    if not policies.may_plan_import(actor):
        raise NotAllowed
    _settle(kept, ImportRun.State.DISCARDED, actor, now)
    audit.record("network.import.discard", actor=actor, on=kept, now=now)
    return kept


def _lock_open(run: ImportRun) -> ImportRun:
    kept = ImportRun.objects.select_for_update().get(pk=run.pk)
    if not kept.is_open:
        raise RuleViolation(_("Dieser Import ist schon abgeschlossen."))
    return kept


def _check_register(run: ImportRun) -> None:
    """The plan compares with the register as it was; on a different one it would write something nobody has seen."""
    read = run.rows.filter(kind__in=[RowKind.NEW, RowKind.CHANGED, RowKind.UNCHANGED]).order_by("position")
    present = official_facts(run.district, read.values_list("number", flat=True))
    if hash_of(present) != run.register_hash:
        raise RuleViolation(
            _(
                "Der Bestand hat sich geändert, seit diese Vorschau entstand. Es wurde nichts übernommen. "
                "Laden Sie die Liste noch einmal hoch, um eine neue Vorschau zu sehen."
            )
        )


def _store(run: ImportRun, plan: ImportPlan) -> None:
    ImportRow.objects.bulk_create(
        [
            ImportRow(
                run=run,
                position=position,
                kind=row.kind.value,
                line=row.line,
                number=row.number[:_NUMBER],
                label=row.label[:_LABEL],
                reason=row.reason[:_REASON],
                changes=[[change.field, change.before, change.after] for change in row.changes],
                facts=row.facts.as_json() if row.facts else None,
            )
            for position, row in enumerate(plan.rows)
        ],
        batch_size=500,
    )


def _planned(row: ImportRow) -> PlannedRow:
    facts = OfficialFacts.from_json(row.facts or {})
    return PlannedRow(RowKind(row.kind), row.line, row.number, row.label, facts)


def _settle(run: ImportRun, state: ImportRun.State, actor: Actor, now: datetime) -> None:
    run.state, run.settled_at, run.settled_by = state, now, actor.name
    run.save(update_fields=["state", "settled_at", "settled_by"])
