"""Sides and seats of a body. A seat changes with effect from a day: sessions before keep the rule they had."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.domain.seats import SeatRule, refuse_seat_rule, refuse_span
from bildungsnetz.governance.models import Body, BodySide, Mandate, SeatRuleRow
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.selectors.seats import rule_of
from bildungsnetz.governance.services.bodies import refuse_too_few_sides, row_of
from bildungsnetz.governance.services.refusals import raise_first

KEY_LENGTH = 30


@transaction.atomic
def add_side(*, actor: Actor, body: Body, name: str, in_consensus: bool, now: datetime) -> BodySide:
    """Give the body one more side. Raises NotAllowed, RuleViolation (field `name`)."""
    kept = _locked(actor, body.pk)
    _refuse_taken_side(kept, name)
    order = kept.sides.count()
    key = _free_key(name, set(kept.sides.values_list("key", flat=True)))
    side = BodySide.objects.create(body=kept, key=key, name=name, in_consensus=in_consensus, order=order)
    audit.record("governance.side.add", actor=actor, on=side, thread=kept, now=now)
    return side


@transaction.atomic
def change_side(*, actor: Actor, side: BodySide, name: str, in_consensus: bool, now: datetime) -> BodySide:
    """Rename a side or change whether its agreement counts. Raises NotAllowed, RuleViolation."""
    body = _locked(actor, side.body_id)
    _refuse_taken_side(body, name, but=side.pk)
    counting = body.sides.filter(in_consensus=True).exclude(pk=side.pk).count() + in_consensus
    refuse_too_few_sides(body.decision_rule, counting, "in_consensus")
    side.name, side.in_consensus = name, in_consensus
    side.save(update_fields=["name", "in_consensus"])
    audit.record("governance.side.change", actor=actor, on=side, thread=body, now=now)
    return side


@transaction.atomic
def add_seat_rule(*, actor: Actor, body: Body, rule: SeatRule, now: datetime) -> SeatRuleRow:
    """Give the body one more kind of seat; the key of `rule` may be empty, its side is the key of a side.

    Raises NotAllowed, RuleViolation (fields `minimum`, `maximum`, `valid_until`).
    """
    kept = _locked(actor, body.pk)
    raise_first(refuse_seat_rule(rule))
    rows = kept.seat_rules.all()
    key = rule.key or _free_key(str(rule.function), {row.key for row in rows})
    row = row_of(
        replace(rule, key=key),
        body=kept,
        side=kept.sides.get(key=rule.side),
        order=max((row.order for row in rows), default=-1) + 1,
    )
    row.save()
    audit.record("governance.seat_rule.add", actor=actor, on=row, thread=kept, now=now)
    return row


@transaction.atomic
def change_seat_rule(
    *, actor: Actor, row: SeatRuleRow, wanted: SeatRule, effective_on: date, now: datetime
) -> SeatRuleRow:
    """Change function, numbers, nominating party or the advisory mark from a day on; gives the version of that day.

    The version so far ends the day before; from its own first day on it is corrected in place. Side and key stay.
    Raises NotAllowed, RuleViolation (fields `minimum`, `maximum`, `effective_on`).
    """
    body = _locked(actor, row.body_id)
    old = SeatRuleRow.objects.select_related("side").get(pk=row.pk)
    new = replace(
        wanted, key=old.key, side=old.side.key, valid_from=effective_on, valid_until=old.valid_until
    )
    raise_first(refuse_seat_rule(replace(new, valid_from=None, valid_until=None)))
    if not rule_of(old).applies_on(effective_on):
        raise RuleViolation(_("An diesem Tag gilt dieser Sitz nicht."), "effective_on")
    changed = row_of(new, body=body, side=old.side, order=old.order)
    if old.valid_from == effective_on:
        changed.pk = old.pk
    else:
        old.valid_until = effective_on - timedelta(days=1)
        old.save(update_fields=["valid_until"])
    changed.save()
    audit.record("governance.seat_rule.change", actor=actor, on=changed, thread=body, now=now)
    return changed


@transaction.atomic
def end_seat_rule(*, actor: Actor, row: SeatRuleRow, valid_until: date, now: datetime) -> SeatRuleRow:
    """Let a kind of seat end with a day, once nobody sits there later. Raises NotAllowed, RuleViolation."""
    body = _locked(actor, row.body_id)
    raise_first(refuse_span(row.valid_from, valid_until, "valid_until"))
    if (
        SeatRuleRow.objects.filter(body=body, key=row.key, valid_from__gt=valid_until)
        .exclude(pk=row.pk)
        .exists()
    ):
        raise RuleViolation(
            _("Ab einem späteren Tag gilt schon eine geänderte Fassung dieses Sitzes."), "valid_until"
        )
    _refuse_seated_after(body, row.key, valid_until)
    row.valid_until = valid_until
    row.save(update_fields=["valid_until"])
    day = german_day(valid_until)
    audit.record("governance.seat_rule.end", actor=actor, on=row, thread=body, now=now, valid_until=day)
    return row


def _locked(actor: Actor, pk: int) -> Body:
    body = Body.objects.select_for_update().get(pk=pk)
    if not policies.may_change_body(actor, body):
        raise NotAllowed
    return body


def _refuse_seated_after(body: Body, key: str, last_day: date) -> None:
    rows = (
        Mandate.objects.filter(seat_rule__body=body, seat_rule__key=key)
        .select_related("person")
        .order_by("pk")
    )
    names = [str(row.person) for row in rows if row.ends_on is None or row.ends_on > last_day]
    if names:
        text = _("Beenden Sie erst die Mandate auf diesem Sitz: %(names)s.") % {"names": ", ".join(names)}
        raise RuleViolation(text, "valid_until")


def _refuse_taken_side(body: Body, name: str, but: int = 0) -> None:
    if body.sides.filter(name=name).exclude(pk=but).exists():
        raise RuleViolation(_("Eine Seite mit diesem Namen gibt es schon."), "name")


def _free_key(name: str, taken: set[str]) -> str:
    base = slugify(name)[:KEY_LENGTH].strip("-") or "sitz"
    tries = (base, *(f"{base[: KEY_LENGTH - 3]}-{number}" for number in range(2, 100)))
    return next(key for key in tries if key not in taken)
