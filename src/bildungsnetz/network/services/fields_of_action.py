"""The fields of action of the network."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.models import FieldOfAction


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEntry:
    """What the form of a field of action holds."""

    name: str
    description: str = ""
    position: int = 0
    ended_on: date | None = None


@transaction.atomic
def enter_field_of_action(*, actor: Actor, entry: FieldEntry, now: datetime) -> FieldOfAction:
    """Add a field of action. Raises NotAllowed, RuleViolation when the name is taken."""
    field = FieldOfAction()
    _write(field, entry, actor=actor)
    audit.record("network.field_of_action.enter", actor=actor, on=field, now=now)
    return field


@transaction.atomic
def edit_field_of_action(
    *, actor: Actor, field: FieldOfAction, entry: FieldEntry, now: datetime
) -> FieldOfAction:
    """Change a field of action or end it. Raises NotAllowed, RuleViolation when the name is taken."""
    kept = FieldOfAction.objects.select_for_update().get(pk=field.pk)
    _write(kept, entry, actor=actor)
    audit.record("network.field_of_action.edit", actor=actor, on=kept, now=now)
    return kept


def _write(field: FieldOfAction, entry: FieldEntry, *, actor: Actor) -> None:
    if not policies.may_edit_fields_of_action(actor):
        raise NotAllowed
    if FieldOfAction.objects.filter(name__iexact=entry.name).exclude(pk=field.pk).exists():
        raise RuleViolation(_("Dieses Handlungsfeld gibt es schon."), field="name")
    field.name, field.description = entry.name, entry.description
    field.position, field.ended_on = entry.position, entry.ended_on
    field.save()
