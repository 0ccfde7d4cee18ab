"""Entering, editing and removing relations between institutions."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, files
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.cooperation import ENTRY_NAMES, CooperationEntry, check_entry
from bildungsnetz.network.domain.functions import overlaps
from bildungsnetz.network.models import Cooperation

_KEYS = {"first": "first_id", "second": "second_id", "field_of_action": "field_of_action_id"}


@dataclass(frozen=True, slots=True)
class Document:
    """An uploaded agreement: its name and its bytes."""

    name: str
    content: bytes


@transaction.atomic
def enter_cooperation(
    *, actor: Actor, entry: CooperationEntry, now: datetime, agreement: Document | None = None
) -> Cooperation:
    """Enter that two institutions work together. Raises NotAllowed, RuleViolation (also for a file we do not take)."""
    if not policies.may_enter_cooperation(actor):
        raise NotAllowed
    check_entry(entry, has_agreement=agreement is not None)
    entered = Cooperation(entered_at=now, **_columns(entry))
    check_once(entered)
    _keep_agreement(entered, agreement, now)
    entered.save()
    audit.record("network.cooperation.enter", actor=actor, on=entered, now=now)
    return entered


@transaction.atomic
def edit_cooperation(
    *,
    actor: Actor,
    cooperation: Cooperation,
    entry: CooperationEntry,
    version: int,
    now: datetime,
    agreement: Document | None = None,
) -> Cooperation:
    """Make a relation what the entry says; a new agreement takes the place of the old one.

    Raises NotAllowed, RuleViolation, StaleVersion.
    """
    kept = Cooperation.objects.select_for_update().get(pk=cooperation.pk)
    if not policies.may_edit_cooperation(actor):
        raise NotAllowed
    check_entry(entry, has_agreement=agreement is not None or kept.agreement_id is not None)
    before, after = _columns_of(kept), _columns(entry)
    changed = [ENTRY_NAMES[name] for name in asdict(entry) if before[_column(name)] != after[_column(name)]]
    if agreement is not None:
        changed.append(_("Vereinbarung"))  # type: ignore[arg-type]  # read at once, in the language of the act
    if not changed:
        return kept
    for name, value in after.items():
        setattr(kept, name, value)
    check_once(kept)
    replaced = kept.agreement if agreement is not None else None
    _keep_agreement(kept, agreement, now)
    kept.save_version(version)
    if replaced is not None:
        files.release(replaced)
    names = ", ".join(str(name) for name in changed)
    audit.record("network.cooperation.edit", actor=actor, on=kept, now=now, fields=names)
    return kept


@transaction.atomic
def remove_cooperation(*, actor: Actor, cooperation: Cooperation, now: datetime) -> None:
    """Take a relation away that was entered by mistake; one that is over ends with a date instead. Raises NotAllowed."""
    kept = Cooperation.objects.select_for_update().get(pk=cooperation.pk)
    if not policies.may_remove_cooperation(actor):
        raise NotAllowed
    audit.record("network.cooperation.remove", actor=actor, on=kept, now=now)
    document = kept.agreement
    kept.delete()
    if document is not None:
        files.release(document)


def check_once(cooperation: Cooperation) -> None:
    """Raises RuleViolation when the same two institutions have the same relation on one day already."""
    pair = {cooperation.first_id, cooperation.second_id}
    same = Cooperation.objects.filter(
        Q(first__in=pair, second__in=pair),
        kind=cooperation.kind,
        field_of_action=cooperation.field_of_action_id,
    ).exclude(pk=cooperation.pk)
    if overlaps(cooperation, same):
        raise RuleViolation(
            _("Diese Kooperation ist für den Zeitraum schon eingetragen."), field="started_on"
        )


def _keep_agreement(cooperation: Cooperation, agreement: Document | None, now: datetime) -> None:
    if agreement is not None:
        cooperation.agreement = files.keep(name=agreement.name, content=agreement.content, now=now)


def _column(name: str) -> str:
    return _KEYS.get(name, name)


def _columns(entry: CooperationEntry) -> dict[str, object]:
    return {_column(name): value for name, value in asdict(entry).items()}


def _columns_of(cooperation: Cooperation) -> dict[str, object]:
    return {_column(name): getattr(cooperation, _column(name)) for name in ENTRY_NAMES}
