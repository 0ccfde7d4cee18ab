"""Rotating seats: planning the turns and swapping two of them."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.domain.rotation import refuse_rotation, turns
from bildungsnetz.governance.models import Body, Mandate, Rotation, SeatRuleRow
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.services.grants import sync_mandate
from bildungsnetz.governance.services.mandates import refuse_mandate_in
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Person


@transaction.atomic
def plan_rotation(
    *,
    actor: Actor,
    seat_rule: SeatRuleRow,
    people: Sequence[Person],
    starts_on: date,
    months: int,
    until: date,
    now: datetime,
    handover_days: int = 30,
    nominated_by: str = "",
) -> Rotation:
    """Let people hold a seat in turn, in the order given; each turn becomes a mandate with its rights.

    Raises NotAllowed, RuleViolation (fields `people`, `months`, `starts_on`, `until`); then nothing is planned.
    """
    body = Body.objects.select_for_update().get(pk=seat_rule.body_id)
    if not policies.may_add_mandate(actor, body):
        raise NotAllowed
    by_key = {str(person.pk): person for person in people}
    keys = [str(person.pk) for person in people]
    raise_first(refuse_rotation(keys, starts_on, months, until))
    rotation = Rotation.objects.create(
        seat_rule=seat_rule, months=months, handover_days=handover_days, planned_at=now
    )
    for turn in turns(keys, starts_on, months, until):
        mandate = Mandate(
            seat_rule=seat_rule,
            person=by_key[turn.person_key],
            starts_on=turn.starts_on,
            ends_on=turn.ends_on,
            nominated_by=nominated_by.strip(),
            rotation=rotation,
        )
        _refuse(mandate, body)
        mandate.save()
        sync_mandate(mandate)
    names = ", ".join(person.name for person in people)
    audit.record(
        "governance.rotation.plan",
        actor=actor,
        on=rotation,
        thread=body,
        now=now,
        starts_on=german_day(starts_on),
        people=names,
    )
    return rotation


@transaction.atomic
def swap_turns(*, actor: Actor, one: Mandate, other: Mandate, now: datetime) -> None:
    """Let two people of a rotation change places in turns that have not begun, before anybody stands in for them.

    Raises NotAllowed, RuleViolation (field `other`).
    """
    body = Body.objects.select_for_update().get(pk=one.seat_rule.body_id)
    if not policies.may_add_mandate(actor, body):
        raise NotAllowed
    rows = Mandate.objects.filter(pk__in=[one.pk, other.pk]).select_related("seat_rule", "person__user")
    first, second = rows.order_by("starts_on", "pk") if one.pk != other.pk else (one, one)
    if first.pk == second.pk or first.rotation_id is None or first.rotation_id != second.rotation_id:
        raise RuleViolation(_("Tauschen lassen sich zwei Turnusse desselben Sitzes."), "other")
    if first.starts_on <= day_of(now):
        raise RuleViolation(_("Ein Turnus, der schon begonnen hat, lässt sich nicht tauschen."), "other")
    if any(turn.deputyships.exists() or turn.chairs.exists() for turn in (first, second)):
        text = _("Beenden Sie erst Vertretung und Vorsitz in diesen Turnussen.")
        raise RuleViolation(text, "other")
    first.person, second.person = second.person, first.person
    for turn in (first, second):
        turn.save(update_fields=["person"])
        sync_mandate(turn)
    audit.record(
        "governance.rotation.swap",
        actor=actor,
        on=first,
        thread=body,
        label=str(first.seat_rule),
        now=now,
        one=f"{first.person.name} ab {german_day(first.starts_on)}",
        other=f"{second.person.name} ab {german_day(second.starts_on)}",
    )


def _refuse(mandate: Mandate, body: Body) -> None:
    try:
        refuse_mandate_in(body, mandate)
    except RuleViolation as refused:
        text = f"{mandate.person.name}, {german_day(mandate.starts_on)}: {refused.message}"
        raise RuleViolation(text, "people") from refused
