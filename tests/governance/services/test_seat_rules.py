"""Sides and seats of a body; old sessions keep the old rule."""

from dataclasses import replace
from datetime import date

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.composition import SeatStatus
from bildungsnetz.governance.domain.seats import SeatRule
from bildungsnetz.governance.models import BodySide, SeatRuleRow
from bildungsnetz.governance.selectors.seats import composition, held_seats, rule_of
from bildungsnetz.governance.services.seat_rules import (
    add_seat_rule,
    add_side,
    change_seat_rule,
    change_side,
    end_seat_rule,
)
from tests.governance import build

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 1)
APRIL_END = date(2026, 4, 30)


def test_a_change_takes_effect_on_its_day() -> None:
    body = build.a_steering_body()
    old = build.seat(body, "staedte")
    wanted = replace(rule_of(old), minimum=2, maximum=4, advisory=True)
    new = change_seat_rule(actor=SYSTEM, row=old, wanted=wanted, effective_on=MAY, now=build.NOW)
    old.refresh_from_db()
    assert (old.valid_until, new.valid_from, new.key, new.pk == old.pk) == (APRIL_END, MAY, "staedte", False)
    before, after = (
        next(f for f in composition(body, day).findings if f.rule.key == "staedte")
        for day in (APRIL_END, MAY)
    )
    assert (before.status, before.rule.minimum, before.filled) == (SeatStatus.OK, 0, 1)
    assert (after.status, after.missing, after.filled) == (SeatStatus.VACANT, 1, 1)
    stadler = str(build.mandate_of(body, "Stadler").pk)
    advisory = [
        seat.advisory for day in (APRIL_END, MAY) for seat in held_seats(body, day) if seat.key == stadler
    ]
    assert advisory == [False, True]


def test_a_mistake_is_corrected_from_its_own_first_day() -> None:
    body = build.a_body()
    added = add_seat_rule(
        actor=SYSTEM,
        body=body,
        rule=SeatRule("", "land", "Kreisschulrat", 0, 1, valid_from=MAY),
        now=build.NOW,
    )
    wanted = replace(rule_of(added), function="Schulrätin oder Schulrat")
    same = change_seat_rule(actor=SYSTEM, row=added, wanted=wanted, effective_on=MAY, now=build.NOW)
    assert (added.key, same.pk, SeatRuleRow.objects.get(pk=added.pk).function) == (
        "kreisschulrat", added.pk, "Schulrätin oder Schulrat",
    )  # fmt: skip


def test_a_change_needs_a_day_on_which_the_seat_exists() -> None:
    body = build.a_body()
    row = build.seat(body, "kreis")
    end_seat_rule(actor=SYSTEM, row=row, valid_until=APRIL_END, now=build.NOW)
    with pytest.raises(RuleViolation, match="gilt dieser Sitz nicht") as found:
        change_seat_rule(actor=SYSTEM, row=row, wanted=rule_of(row), effective_on=MAY, now=build.NOW)
    assert found.value.field == "effective_on"


def test_numbers_must_fit() -> None:
    body = build.a_body()
    with pytest.raises(RuleViolation) as found:
        add_seat_rule(actor=SYSTEM, body=body, rule=SeatRule("", "land", "Gast", 2, 1), now=build.NOW)
    assert (found.value.field, SeatRuleRow.objects.filter(function="Gast").count()) == ("maximum", 0)


def test_a_seat_ends_only_when_nobody_sits_there_later() -> None:
    body = build.a_steering_body()
    row = build.seat(body, "staedte")
    with pytest.raises(RuleViolation, match="Sven Stadler") as found:
        end_seat_rule(actor=SYSTEM, row=row, valid_until=APRIL_END, now=build.NOW)
    row.refresh_from_db()
    assert (found.value.field, row.valid_until) == ("valid_until", None)


def test_an_older_version_cannot_end_over_a_newer_one() -> None:
    body = build.a_body()
    old = build.seat(body, "kreis")
    change_seat_rule(actor=SYSTEM, row=old, wanted=rule_of(old), effective_on=MAY, now=build.NOW)
    with pytest.raises(RuleViolation, match="geänderte Fassung") as found:
        end_seat_rule(actor=SYSTEM, row=old, valid_until=date(2026, 4, 1), now=build.NOW)
    assert found.value.field == "valid_until"


def test_sides() -> None:
    body = build.a_body()
    side = add_side(actor=SYSTEM, body=body, name="Wirtschaft & Kammern", in_consensus=False, now=build.NOW)
    assert (side.key, side.order) == ("wirtschaft-kammern", 4)
    changed = change_side(actor=SYSTEM, side=side, name="Kammern", in_consensus=True, now=build.NOW)
    assert (changed.key, changed.name, changed.in_consensus) == ("wirtschaft-kammern", "Kammern", True)
    with pytest.raises(RuleViolation, match="gibt es schon") as found:
        add_side(actor=SYSTEM, body=body, name="Kammern", in_consensus=False, now=build.NOW)
    assert (found.value.field, BodySide.objects.count()) == ("name", 5)


def test_consensus_keeps_two_sides() -> None:
    body = build.a_body()
    land = body.sides.get(key="land")
    with pytest.raises(RuleViolation, match="mindestens zwei Seiten") as found:
        change_side(actor=SYSTEM, side=land, name="Land", in_consensus=False, now=build.NOW)
    assert (found.value.field, BodySide.objects.get(pk=land.pk).in_consensus) == ("in_consensus", True)


def test_who_may_not() -> None:
    body = build.a_body()
    row, member = build.seat(body, "kreis"), build.an_actor("co_chair", body.scope)
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        add_side(actor=member, body=body, name="Kammern", in_consensus=False, now=build.NOW)
    with pytest.raises(NotAllowed):
        change_side(actor=member, side=row.side, name="Kammern", in_consensus=True, now=build.NOW)
    with pytest.raises(NotAllowed):
        add_seat_rule(actor=member, body=body, rule=rule_of(row), now=build.NOW)
    with pytest.raises(NotAllowed):
        change_seat_rule(actor=member, row=row, wanted=rule_of(row), effective_on=MAY, now=build.NOW)
    with pytest.raises(NotAllowed):
        end_seat_rule(actor=member, row=row, valid_until=MAY, now=build.NOW)
    assert (SeatRuleRow.objects.count(), BodySide.objects.count(), AuditEntry.objects.count()) == (
        5,
        4,
        before,
    )
