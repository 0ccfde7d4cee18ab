"""Setting up bodies and changing their settings."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.search import index
from bildungsnetz.governance.domain.decision_kinds import DecisionRule
from bildungsnetz.governance.domain.join_requests import refuse_taking_requests
from bildungsnetz.governance.domain.preset_shape import BodyKind, BodyPreset
from bildungsnetz.governance.domain.presets import PRESETS
from bildungsnetz.governance.domain.reporting import first_due
from bildungsnetz.governance.domain.seats import SeatRule, refuse_seat_rule
from bildungsnetz.governance.domain.sides import Side, consensus_sides
from bildungsnetz.governance.models import Body, BodySide, SeatRuleRow
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.selectors.search_bodies import BODY
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import FieldOfAction


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySettings:
    """What can be set for a body; days are calendar days."""

    name: str
    kind: str
    chair_model: str
    decision_rule: str
    purpose: str = ""
    parent: Body | None = None
    member_objection_blocks: bool = False
    total_max: int | None = None
    quorum_percent: int = 50
    release_needed: bool = False
    takes_requests: bool = False
    proposal_days: int = 21
    invitation_days: int = 14
    papers_days: int = 7
    minutes_days: int = 14
    objection_days: int = 14
    approval_reminder_days: int = 7
    report_first_due_on: date | None = None
    is_active: bool = True
    fields_of_action: tuple[FieldOfAction, ...] = ()


@transaction.atomic
def create_body(
    *,
    actor: Actor,
    settings: BodySettings,
    sides: Sequence[Side],
    now: datetime,
    seat_rules: Sequence[SeatRule] = (),
) -> Body:
    """Set up a body with its sides and seats. Raises NotAllowed, RuleViolation (fields `name`, `sides`)."""
    if not policies.may_create_body(actor):
        raise NotAllowed
    _refuse_taken_name(settings.name)
    _refuse_taking_requests(settings)
    if not sides:
        raise RuleViolation(_("Wählen Sie mindestens eine Seite."), "sides")
    refuse_too_few_sides(settings.decision_rule, len(consensus_sides(sides)), "sides")
    for rule in seat_rules:
        raise_first(refuse_seat_rule(rule))
    body = Body.objects.create(**_fields(settings))
    body.fields_of_action.set(settings.fields_of_action)
    rows = {
        side.key: BodySide.objects.create(
            body=body, key=side.key, name=str(side.name), in_consensus=side.in_consensus, order=order
        )
        for order, side in enumerate(sides)
    }
    SeatRuleRow.objects.bulk_create(
        row_of(rule, body=body, side=rows[rule.side], order=order) for order, rule in enumerate(seat_rules)
    )
    index(BODY, [body.pk])
    audit.record("governance.body.create", actor=actor, on=body, now=now)
    return body


def create_body_from_preset(
    *,
    actor: Actor,
    preset: str,
    now: datetime,
    name: str = "",
    purpose: str = "",
    parent: Body | None = None,
    fields_of_action: Sequence[FieldOfAction] = (),
    takes_requests: bool = False,
) -> Body:
    """Set up a body as a preset describes it (see PRESETS). Raises KeyError, NotAllowed, RuleViolation."""
    chosen = PRESETS[preset]
    due = first_due(day_of(now)) if chosen.reports_yearly else None
    settings = replace(
        settings_of(chosen, name=name, purpose=purpose, parent=parent),
        report_first_due_on=due,
        fields_of_action=tuple(fields_of_action),
        takes_requests=takes_requests,
    )
    return create_body(
        actor=actor, settings=settings, sides=chosen.sides, seat_rules=chosen.seat_rules, now=now
    )


def settings_of(
    preset: BodyPreset, *, name: str = "", purpose: str = "", parent: Body | None = None
) -> BodySettings:
    """The settings of a preset, with the name given or its own."""
    return BodySettings(
        name=name.strip() or str(preset.name),
        kind=preset.kind,
        purpose=purpose,
        parent=parent,
        chair_model=preset.chair_model,
        decision_rule=preset.decision_rule,
        member_objection_blocks=preset.member_objection_blocks,
        total_max=preset.total_max,
        invitation_days=preset.invitation_days,
        papers_days=preset.papers_days,
        minutes_days=preset.minutes_days,
        objection_days=preset.objection_days,
    )


@transaction.atomic
def change_body(*, actor: Actor, body: Body, version: int, settings: BodySettings, now: datetime) -> Body:
    """Change the settings. Raises NotAllowed, StaleVersion, RuleViolation at the field."""
    changed = Body.objects.select_for_update().get(pk=body.pk)
    if not policies.may_change_body(actor, changed):
        raise NotAllowed
    _refuse_taken_name(settings.name, but=changed.pk)
    _refuse_circle(changed, settings.parent)
    _refuse_taking_requests(settings)
    counting = changed.sides.filter(in_consensus=True).count()
    refuse_too_few_sides(settings.decision_rule, counting, "decision_rule")
    for field, value in _fields(settings).items():
        setattr(changed, field, value)
    changed.save_version(version)
    changed.fields_of_action.set(settings.fields_of_action)
    index(BODY, [changed.pk])
    audit.record("governance.body.change", actor=actor, on=changed, now=now)
    return changed


def refuse_too_few_sides(decision_rule: str, counting: int, field: str) -> None:
    """Consensus of sides needs two sides whose agreement counts. Raises RuleViolation at `field`."""
    if decision_rule == DecisionRule.CONSENSUS_SIDES and counting < 2:
        text = _(
            "Für den Konsens der Seiten braucht das Gremium mindestens zwei Seiten, deren Zustimmung zählt."
        )
        raise RuleViolation(text, field)


def row_of(rule: SeatRule, *, body: Body, side: BodySide, order: int) -> SeatRuleRow:
    """The rule of the domain as an unsaved row of the body."""
    return SeatRuleRow(
        body=body,
        key=rule.key,
        side=side,
        function=str(rule.function),
        minimum=rule.minimum,
        maximum=rule.maximum,
        nominating_party=str(rule.nominating_party),
        advisory=rule.advisory,
        valid_from=rule.valid_from,
        valid_until=rule.valid_until,
        order=order,
    )


def _fields(settings: BodySettings) -> dict[str, object]:
    names = (field.name for field in fields(settings) if field.name != "fields_of_action")
    return {name: getattr(settings, name) for name in names}


def _refuse_taken_name(name: str, but: int = 0) -> None:
    if Body.objects.filter(name=name).exclude(pk=but).exists():
        raise RuleViolation(_("Ein Gremium mit diesem Namen gibt es schon."), "name")


def _refuse_taking_requests(settings: BodySettings) -> None:
    raise_first(refuse_taking_requests(BodyKind(settings.kind), takes=settings.takes_requests))


def _refuse_circle(body: Body, parent: Body | None) -> None:
    above = parent
    while above is not None:
        if above.pk == body.pk:
            raise RuleViolation(
                _("Ein Gremium kann nicht zu sich selbst oder zu seinen Untergremien gehören."), "parent"
            )
        above = above.parent
