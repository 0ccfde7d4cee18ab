"""Measures: planned for an order, described, moved through their states."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.api import Order
from bildungsnetz.network.api import FieldOfAction, Person
from bildungsnetz.programme import policies
from bildungsnetz.programme.domain.states import MeasureState, may_become
from bildungsnetz.programme.models import Measure


@dataclass(frozen=True)
class Description:
    """What a measure is and what it shall bring about."""

    title: str
    target_group: str = ""
    inputs: str = ""
    outputs: str = ""
    outcome: str = ""
    impact: str = ""
    indicator: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    lead: Person | None = None
    field_of_action: FieldOfAction | None = None


@transaction.atomic
def plan_measure(
    *, actor: Actor, description: Description, now: datetime, order: Order | None = None
) -> Measure:
    """Enter a measure, usually to carry out an order. Raises NotAllowed, RuleViolation at the field."""
    if not policies.may_plan(actor):
        raise NotAllowed
    _check(description)
    measure = Measure.objects.create(order=order, entered_at=now, **description.__dict__)
    audit.record("programme.measure.plan", actor=actor, on=measure, now=now)
    return measure


@transaction.atomic
def change_measure(
    *, actor: Actor, measure: Measure, description: Description, expected_version: int, now: datetime
) -> Measure:
    """Change the description. Raises NotAllowed, RuleViolation, StaleVersion."""
    measure = _locked(measure)
    if not policies.may_change(actor, measure):
        raise NotAllowed
    _check(description)
    for name, value in description.__dict__.items():
        setattr(measure, name, value)
    measure.save_version(expected_version)
    audit.record("programme.measure.change", actor=actor, on=measure, now=now)
    return measure


@transaction.atomic
def move_measure(*, actor: Actor, measure: Measure, state: str, now: datetime) -> Measure:
    """Move a measure to another state. Raises NotAllowed, RuleViolation."""
    measure = _locked(measure)
    if not policies.may_change(actor, measure):
        raise NotAllowed
    source, target = MeasureState(measure.state), MeasureState(state)
    if not may_become(source, target):
        raise RuleViolation(
            _("Der Schritt von „%(source)s“ zu „%(target)s“ ist nicht vorgesehen.")
            % {"source": source.label, "target": target.label},
            field="state",
        )
    measure.state = target
    measure.save_version(measure.version)
    audit.record("programme.measure.move", actor=actor, on=measure, now=now, state=str(target.label))
    return measure


def _check(description: Description) -> None:
    if not description.title.strip():
        raise RuleViolation(_("Geben Sie der Maßnahme einen Titel."), field="title")
    start, end = description.starts_on, description.ends_on
    if start and end and end < start:
        raise RuleViolation(_("Das Ende liegt vor dem Beginn."), field="ends_on")


def _locked(measure: Measure) -> Measure:
    return Measure.objects.select_related("lead").select_for_update(of=("self",)).get(pk=measure.pk)
