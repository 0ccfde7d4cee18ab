"""Chairs: who leads a body, for each side where it has co-chairs."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.chairs import ChairModel
from bildungsnetz.governance.domain.mandates import refuse_outside_mandate
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.domain.seats import common_span, refuse_span
from bildungsnetz.governance.models import Body, BodySide, Chair, Mandate
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.selectors.seats import span_of
from bildungsnetz.governance.services.grants import sync_mandate
from bildungsnetz.governance.services.refusals import raise_first


@transaction.atomic
def set_chair(
    *, actor: Actor, mandate: Mandate, starts_on: date, now: datetime, ends_on: date | None = None
) -> Chair:
    """Let the holder of a mandate chair the body; with co-chairs it is for the side of the seat.

    Who chaired before ends the day before. Raises NotAllowed, RuleViolation (fields `starts_on`, `ends_on`).
    """
    body = Body.objects.select_for_update().get(pk=mandate.seat_rule.body_id)
    if not policies.may_set_chair(actor, body):
        raise NotAllowed
    raise_first(refuse_outside_mandate(span_of(mandate), starts_on, ends_on))
    side = mandate.seat_rule.side if body.chair_model == ChairModel.CO_CHAIRS else None
    for before in _meanwhile(body, side, starts_on, ends_on):
        _end_before(before, starts_on)
    new = Chair.objects.create(body=body, side=side, mandate=mandate, starts_on=starts_on, ends_on=ends_on)
    sync_mandate(mandate)
    day = german_day(starts_on)
    audit.record("governance.chair.set", actor=actor, on=new, thread=body, now=now, starts_on=day)
    return new


@transaction.atomic
def end_chair(*, actor: Actor, chair: Chair, ends_on: date, now: datetime) -> Chair:
    """Let a chair end with a day. Raises NotAllowed, RuleViolation (field `ends_on`)."""
    body = Body.objects.select_for_update().get(pk=chair.body_id)
    if not policies.may_set_chair(actor, body):
        raise NotAllowed
    raise_first(refuse_span(chair.starts_on, ends_on))
    chair.ends_on = ends_on
    chair.save(update_fields=["ends_on"])
    sync_mandate(chair.mandate)
    day = german_day(ends_on)
    audit.record("governance.chair.end", actor=actor, on=chair, thread=body, now=now, ends_on=day)
    return chair


def _meanwhile(body: Body, side: BodySide | None, starts_on: date, ends_on: date | None) -> list[Chair]:
    """The chairs of the side who lead on a day of the span; a chair ends with its mandate."""
    rows = Chair.objects.filter(body=body, side=side).select_related("mandate").order_by("starts_on", "pk")
    wanted = (starts_on, ends_on)
    return [
        row
        for row in rows
        if common_span(wanted, (row.starts_on, row.ends_on), (row.mandate.starts_on, row.mandate.ends_on))
    ]


def _end_before(chair: Chair, day: date) -> None:
    if chair.starts_on >= day:
        text = _("Ab dem %(day)s ist bereits ein Vorsitz eingetragen.") % {"day": german_day(chair.starts_on)}
        raise RuleViolation(text, "starts_on")
    chair.ends_on = day - timedelta(days=1)
    chair.save(update_fields=["ends_on"])
    sync_mandate(chair.mandate)
