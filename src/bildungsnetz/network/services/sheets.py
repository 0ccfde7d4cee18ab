"""Reading a table back in: plan it, look at it, carry out exactly the plan or drop it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.domain.questions import Subject
from bildungsnetz.network.domain.sheets import KEY, SheetRow, compare, plain
from bildungsnetz.network.models import FieldOfAction, Institution, Person, SheetImport, SheetImportRow
from bildungsnetz.network.selectors.asking import Asking
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.selectors.sheets import known_rows
from bildungsnetz.network.services.institutions import edit_institution
from bildungsnetz.network.services.people import PersonEntry, edit_person

_is_address = URLValidator(schemes=["http", "https"])
_PERSON = ("title", "first_name", "last_name", "email", "phone")
State = SheetImport.State


@transaction.atomic
def plan_sheet(
    *, actor: Actor, subject: Subject, rows: list[SheetRow], file_name: str, now: datetime
) -> SheetImport:
    """Store what a table would change; nothing else is written. Raises NotAllowed."""
    if not policies.may_import_sheets(actor):
        raise NotAllowed
    asking = Asking(actor, day_of(now), now)
    plan = compare(rows, known_rows(subject, asking, (row.cells.get(KEY, "") for row in rows)))
    run = SheetImport.objects.create(
        subject=subject.value, file_name=file_name[-200:], planned_at=now, planned_by=actor.name
    )
    SheetImportRow.objects.bulk_create(
        SheetImportRow(
            run=run,
            kind=row.kind.value,
            line=row.line,
            key=row.key[:20],
            label=row.label[:200],
            reason=row.reason[:400],
            changes=[list(change) for change in row.changes],
        )
        for row in plan
    )
    audit.record("network.sheet.plan", actor=actor, on=run, now=now, rows=len(plan))
    return run


@transaction.atomic
def commit_sheet(*, actor: Actor, run: SheetImport, now: datetime) -> SheetImport:
    """Carry out the stored plan, all of it or nothing.

    Raises NotAllowed; RuleViolation when it is settled, an entry has changed since the plan, or a value breaks a rule:
    the message names the line.
    """
    kept = _lock(actor, run)
    rows = list(kept.rows.filter(kind=RowKind.CHANGED).order_by("line"))
    subject = Subject(kept.subject)
    _check_present(rows, known_rows(subject, Asking(actor, day_of(now), now), (row.key for row in rows)))
    write = _write_institution if subject is Subject.INSTITUTIONS else _write_person
    for row in rows:
        _write(row, write, actor, now)
    _settle(kept, State.COMMITTED, now)
    audit.record("network.sheet.commit", actor=actor, on=kept, now=now, changed=len(rows))
    return kept


@transaction.atomic
def discard_sheet(*, actor: Actor, run: SheetImport, now: datetime) -> SheetImport:
    """Drop a plan without carrying it out. Raises NotAllowed, RuleViolation."""
    kept = _lock(actor, run)
    _settle(kept, State.DISCARDED, now)
    audit.record("network.sheet.discard", actor=actor, on=kept, now=now)
    return kept


def _lock(actor: Actor, run: SheetImport) -> SheetImport:
    kept = SheetImport.objects.select_for_update().get(pk=run.pk)
    if not policies.may_import_sheets(actor):
        raise NotAllowed
    if not kept.is_open:
        raise RuleViolation(_("Dieser Import ist schon abgeschlossen."))
    return kept


def _check_present(rows: list[SheetImportRow], present: Mapping[str, Any]) -> None:
    for row in rows:
        known = present.get(row.key)
        if known is None or any(
            plain(known.cells[name]) != plain(before) for name, before, _after in row.changes
        ):
            text = _(
                "„%(label)s“ hat sich geändert, seit diese Vorschau entstand. Es wurde nichts übernommen. Laden Sie die Tabelle neu herunter."
            )
            raise RuleViolation(text % {"label": row.label})


def _write(
    row: SheetImportRow,
    write: Callable[[int, dict[str, str], Actor, datetime], object],
    actor: Actor,
    now: datetime,
) -> None:
    try:
        write(int(row.key), {name: after for name, _before, after in row.changes}, actor, now)
    except RuleViolation as fault:
        text = _("Zeile %(line)s (%(label)s): %(fault)s Es wurde nichts übernommen.")
        raise RuleViolation(text % {"line": row.line, "label": row.label, "fault": fault.message}) from fault


def _write_institution(pk: int, changes: dict[str, str], actor: Actor, now: datetime) -> None:
    kept = Institution.objects.select_for_update().get(pk=pk)
    _check_ways(changes)
    values = {name: _value(name, text) for name, text in changes.items()}
    entry = replace(entry_of(kept), **values)
    edit_institution(actor=actor, institution=kept, entry=entry, version=kept.version, now=now)


def _write_person(pk: int, changes: dict[str, str], actor: Actor, now: datetime) -> None:
    kept = Person.objects.select_for_update().get(pk=pk)
    _check_ways(changes)
    entry = PersonEntry(**{name: changes.get(name, getattr(kept, name)) for name in _PERSON})
    edit_person(actor=actor, person=kept, entry=entry, version=kept.version, now=now)


def _check_ways(changes: dict[str, str]) -> None:
    try:
        if changes.get("email"):
            validate_email(changes["email"])
        if changes.get("website"):
            _is_address(changes["website"])
    except ValidationError as fault:
        raise RuleViolation(_("Die E-Mail-Adresse oder Internetseite ist nicht gültig.")) from fault


def _value(name: str, text: str) -> Any:
    if name == "social_index":
        if text and not (text.isdecimal() and len(text) == 1):
            raise RuleViolation(_("Der Schulsozialindex hat die Stufen 1 bis 9."))
        return int(text) if text else None
    if name == "is_public":
        if text.casefold() not in {_("ja"), _("nein")}:
            raise RuleViolation(_("„Öffentlich“ ist „ja“ oder „nein“."))
        return text.casefold() == _("ja")
    return _fields(text) if name == "fields_of_action" else text


def _fields(text: str) -> frozenset[int]:
    names = [part.strip() for part in text.split(";") if part.strip()]
    known = {field.name.casefold(): field.pk for field in FieldOfAction.objects.order_by("pk")}
    for name in names:
        if name.casefold() not in known:
            raise RuleViolation(_("Das Handlungsfeld „%(name)s“ gibt es nicht.") % {"name": name})
    return frozenset(known[name.casefold()] for name in names)


def _settle(run: SheetImport, state: SheetImport.State, now: datetime) -> None:
    run.state, run.settled_at = state, now
    run.save(update_fields=["state", "settled_at"])
