"""The import of offers: read a list, say what its columns mean, look at the plan, carry out exactly it or drop it."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.domain.offer_import import (
    COLUMN_NAMES,
    NEEDED,
    PROVIDER,
    CellFault,
    PlannedOffer,
    ReadOffer,
    compare,
    entry_as_json,
    entry_from,
    shown,
    suggested_mapping,
)
from bildungsnetz.network.domain.offers import OfferEntry
from bildungsnetz.network.models import Institution, OfferImport, OfferImportRow
from bildungsnetz.network.selectors.offer_imports import (
    Key,
    hash_of_offers,
    present_offers,
    providers_by_name,
)
from bildungsnetz.network.services.offer_writes import write_offers

State = OfferImport.State
_BATCH = 500


@transaction.atomic
def read_offers(
    *,
    actor: Actor,
    heads: list[str],
    rows: list[tuple[int, list[str]]],
    encoding: str,
    file_name: str,
    now: datetime,
) -> OfferImport:
    """Keep a list as it was read, with a guess what its columns mean. Raises NotAllowed."""
    if not policies.may_enter_offer(actor):
        raise NotAllowed
    run = OfferImport.objects.create(
        file_name=file_name[-200:],
        encoding=encoding,
        heads=heads,
        table=rows,
        mapping=suggested_mapping(heads),
        read_at=now,
        read_by=actor.name,
    )
    audit.record("network.offer_import.read", actor=actor, on=run, now=now, rows=len(rows))
    return run


@transaction.atomic
def plan_offers(
    *,
    actor: Actor,
    run: OfferImport,
    mapping: Mapping[str, int],
    institution: Institution | None,
    until: date | None,
    now: datetime,
) -> OfferImport:
    """Store what the list would change; nothing else is written. Can be repeated with other columns.

    Raises NotAllowed, RuleViolation.
    """
    kept = _lock(actor, run)
    _check_mapping(mapping, institution)
    read, refused = _read(kept, mapping, institution, until)
    present = present_offers([row.provider for row in read] + ([institution.pk] if institution else []))
    kept.mapping, kept.institution, kept.until = dict(mapping), institution, until
    kept.state, kept.register_hash = State.PLANNED, hash_of_offers(present)
    kept.save()
    _store(kept, compare(read, refused, present), present)
    audit.record("network.offer_import.plan", actor=actor, on=kept, now=now)
    return kept


@transaction.atomic
def commit_offers(*, actor: Actor, run: OfferImport, now: datetime) -> OfferImport:
    """Carry out the stored plan, all of it or nothing. Raises NotAllowed, RuleViolation (settled, or offers changed)."""
    kept = _lock(actor, run)
    if kept.state != State.PLANNED:
        raise RuleViolation(_("Für diese Liste gibt es noch keine Vorschau."))
    rows = list(kept.rows.exclude(provider=None).order_by("position"))
    present = present_offers([row.provider_id or 0 for row in rows] + [kept.institution_id or 0])
    if hash_of_offers(present) != kept.register_hash:
        raise RuleViolation(
            _(
                "Die Angebote haben sich geändert, seit diese Vorschau entstand. Es wurde nichts übernommen. Erstellen Sie sie neu."
            )
        )
    new, changed = write_offers(
        rows=[row for row in rows if row.kind in (RowKind.NEW, RowKind.CHANGED)], now=now
    )
    _settle(kept, State.COMMITTED, now)
    audit.record("network.offer_import.commit", actor=actor, on=kept, now=now, new=new, changed=changed)
    return kept


@transaction.atomic
def discard_offers(*, actor: Actor, run: OfferImport, now: datetime) -> OfferImport:
    """Drop a list without carrying it out. Raises NotAllowed, RuleViolation."""
    kept = _lock(actor, run)
    _settle(kept, State.DISCARDED, now)
    audit.record("network.offer_import.discard", actor=actor, on=kept, now=now)
    return kept


def _lock(actor: Actor, run: OfferImport) -> OfferImport:
    kept = OfferImport.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if not policies.may_enter_offer(actor):
        raise NotAllowed
    if not kept.is_open:
        raise RuleViolation(_("Dieser Import ist schon abgeschlossen."))
    return kept


def _check_mapping(mapping: Mapping[str, int], institution: Institution | None) -> None:
    for name in NEEDED:
        if name not in mapping:
            text = _("Bitte wählen Sie die Spalte für „%(field)s“.") % {"field": COLUMN_NAMES[name]}
            raise RuleViolation(text, field=f"column_{name}")
    if institution is None and PROVIDER not in mapping:
        text = _("Wählen Sie den Anbieter oder die Spalte, in der er steht.")
        raise RuleViolation(text, field="institution")


def _read(
    run: OfferImport, mapping: Mapping[str, int], institution: Institution | None, until: date | None
) -> tuple[list[ReadOffer], list[PlannedOffer]]:
    rows = [(line, {name: cells[place] for name, place in mapping.items()}) for line, cells in run.table]
    known = providers_by_name(cells.get(PROVIDER, "") for _line, cells in rows)
    read: list[ReadOffer] = []
    refused: list[PlannedOffer] = []
    for line, cells in rows:
        try:
            provider = _provider(cells.get(PROVIDER, ""), known, institution)
            read.append(ReadOffer(line, provider, entry_from(cells, until=until)))
        except CellFault as fault:
            label, reference = cells.get("title", "")[:200], cells.get("reference", "")[:80]
            refused.append(PlannedOffer(RowKind.REFUSED, line, reference, label, reason=str(fault)[:300]))
    return read, refused


def _provider(written: str, known: Mapping[str, list[int]], institution: Institution | None) -> int:
    if not written and institution is not None:
        return institution.pk
    found = known.get(written.casefold(), [])
    if len(found) == 1:
        return found[0]
    text = (
        _("Den Anbieter „%(name)s“ gibt es im Register nicht.")
        if not found
        else _("Den Anbieter „%(name)s“ gibt es mehrfach.")
    )
    raise CellFault(text % {"name": written})


def _store(run: OfferImport, plan: list[PlannedOffer], present: dict[Key, OfferEntry]) -> None:
    run.rows.all().delete()
    OfferImportRow.objects.bulk_create(
        [
            OfferImportRow(
                run=run,
                position=position,
                kind=row.kind.value,
                line=row.line,
                reference=row.reference,
                label=row.label[:200],
                provider_id=row.provider,
                reason=row.reason,
                changes=_changes(row, present),
                entry=entry_as_json(row.entry) if row.entry else None,
            )
            for position, row in enumerate(plan)
        ],
        batch_size=_BATCH,
    )


def _changes(row: PlannedOffer, present: dict[Key, OfferEntry]) -> list[list[str]]:
    if row.provider is None or row.entry is None or not row.changed:
        return []
    before = present[row.provider, row.reference]
    return [[name, shown(name, before), shown(name, row.entry)] for name in row.changed]


def _settle(run: OfferImport, state: OfferImport.State, now: datetime) -> None:
    run.state, run.settled_at, run.table = state, now, []
    run.save(update_fields=["state", "settled_at", "table"])
