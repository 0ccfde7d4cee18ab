"""Mandates: giving a seat to a person and ending it."""

from datetime import date, datetime

from django.db import transaction

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.governance.domain.mandates import refuse_new_mandate
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.models import Body, Mandate, SeatRuleRow
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.selectors.seats import seat_rules, span_of
from bildungsnetz.governance.services.grants import sync_mandate
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Person


@transaction.atomic
def add_mandate(
    *,
    actor: Actor,
    seat_rule: SeatRuleRow,
    person: Person,
    starts_on: date,
    now: datetime,
    ends_on: date | None = None,
    nominated_by: str = "",
) -> Mandate:
    """Give a seat to a person. More people than seats are allowed: the composition check names them.

    Raises NotAllowed, RuleViolation (fields `person`, `starts_on`, `ends_on`).
    """
    body = Body.objects.select_for_update().get(pk=seat_rule.body_id)
    if not policies.may_add_mandate(actor, body):
        raise NotAllowed
    new = Mandate(
        seat_rule=seat_rule,
        person=person,
        starts_on=starts_on,
        ends_on=ends_on,
        nominated_by=nominated_by.strip(),
    )
    refuse_mandate_in(body, new)
    new.save()
    sync_mandate(new)
    day = german_day(starts_on)
    audit.record("governance.mandate.add", actor=actor, on=new, thread=body, now=now, starts_on=day)
    return new


@transaction.atomic
def end_mandate(*, actor: Actor, mandate: Mandate, ends_on: date, now: datetime) -> Mandate:
    """Let a mandate end with a day; deputies and chair end with it, the rights the day after.

    Raises NotAllowed, RuleViolation (field `ends_on`).
    """
    body = Body.objects.select_for_update().get(pk=mandate.seat_rule.body_id)
    if not policies.may_end_mandate(actor, body):
        raise NotAllowed
    ended = Mandate.objects.select_related("seat_rule__body", "person__user").get(pk=mandate.pk)
    ended.ends_on, ended.reminded_on = ends_on, None
    refuse_mandate_in(body, ended)
    ended.save(update_fields=["ends_on", "reminded_on"])
    sync_mandate(ended)
    day = german_day(ends_on)
    audit.record("governance.mandate.end", actor=actor, on=ended, thread=body, now=now, ends_on=day)
    return ended


def refuse_mandate_in(body: Body, mandate: Mandate) -> None:
    """Raise RuleViolation when a new or changed mandate does not fit the seat or the other mandates of the body."""
    rows = Mandate.objects.filter(seat_rule__body=body).exclude(pk=mandate.pk).select_related("seat_rule")
    versions = [rule for rule in seat_rules(body) if rule.key == mandate.seat_rule.key]
    raise_first(refuse_new_mandate(span_of(mandate), versions, [span_of(row) for row in rows.order_by("pk")]))
