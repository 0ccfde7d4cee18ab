"""Deputies: who stands in for the holder of a mandate, in which order."""

from datetime import date, datetime

from django.db import transaction

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.governance.domain.mandates import DeputySpan, next_rank, refuse_deputy
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.domain.seats import refuse_span
from bildungsnetz.governance.models import Body, Deputyship, Mandate
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.selectors.seats import span_of
from bildungsnetz.governance.services.grants import sync_mandate
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Person


@transaction.atomic
def add_deputyship(
    *,
    actor: Actor,
    mandate: Mandate,
    person: Person,
    starts_on: date,
    now: datetime,
    ends_on: date | None = None,
    rank: int | None = None,
) -> Deputyship:
    """Let a person stand in for the holder of a mandate; without `rank` after those already entered.

    Raises NotAllowed, RuleViolation (fields `person`, `rank`, `starts_on`, `ends_on`).
    """
    body = Body.objects.select_for_update().get(pk=mandate.seat_rule.body_id)
    if not policies.may_add_mandate(actor, body):
        raise NotAllowed
    others = [
        DeputySpan(str(row.person_id), row.rank, row.starts_on, row.ends_on)
        for row in mandate.deputyships.order_by("rank", "pk")
    ]
    place = rank or next_rank(others, starts_on, ends_on)
    raise_first(
        refuse_deputy(DeputySpan(str(person.pk), place, starts_on, ends_on), span_of(mandate), others)
    )
    new = Deputyship.objects.create(
        mandate=mandate, person=person, rank=place, starts_on=starts_on, ends_on=ends_on
    )
    sync_mandate(mandate)
    day = german_day(starts_on)
    audit.record("governance.deputyship.add", actor=actor, on=new, thread=body, now=now, starts_on=day)
    return new


@transaction.atomic
def end_deputyship(*, actor: Actor, deputyship: Deputyship, ends_on: date, now: datetime) -> Deputyship:
    """Let a deputyship end with a day. Raises NotAllowed, RuleViolation (field `ends_on`)."""
    body = Body.objects.select_for_update().get(pk=deputyship.mandate.seat_rule.body_id)
    if not policies.may_end_mandate(actor, body):
        raise NotAllowed
    raise_first(refuse_span(deputyship.starts_on, ends_on))
    deputyship.ends_on = ends_on
    deputyship.save(update_fields=["ends_on"])
    sync_mandate(deputyship.mandate)
    day = german_day(ends_on)
    audit.record("governance.deputyship.end", actor=actor, on=deputyship, thread=body, now=now, ends_on=day)
    return deputyship
