"""Setting up and changing bodies."""

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.presets import PRESETS
from bildungsnetz.governance.domain.sides import SIDE_KOMMUNE, SIDE_LAND, SIDE_SCHOOLS
from bildungsnetz.governance.models import Body, BodySide, SeatRuleRow
from bildungsnetz.governance.services.bodies import (
    BodySettings,
    change_body,
    create_body,
    create_body_from_preset,
    settings_of,
)
from tests.governance import build

pytestmark = pytest.mark.django_db
BY_HAND = BodySettings(
    name="Bildungsrat", kind="education_council", chair_model="single", decision_rule="simple_majority"
)


def test_the_preset_of_mettmann() -> None:
    clerk = build.an_actor("clerk")
    body = create_body_from_preset(actor=clerk, preset="mettmann_steering", now=build.NOW)
    assert (body.name, body.kind, body.total_max, body.gives_orders) == (
        "Lenkungskreis", "steering_committee", 11, True,
    )  # fmt: skip
    assert list(body.sides.values_list("key", "in_consensus")) == [
        ("land", True), ("kommune", True), ("schulen", False), ("bildungsbuero", False),
    ]  # fmt: skip
    assert list(body.seat_rules.values_list("key", "side__key", "minimum", "maximum")) == [
        ("schulaufsicht", "land", 1, 3),
        ("kreis", "kommune", 1, 1),
        ("staedte", "kommune", 0, 3),
        ("schulleitungen", "schulen", 2, 2),
        ("bildungsbuero", "bildungsbuero", 2, 2),
    ]
    entry = AuditEntry.objects.get()
    assert (entry.act, entry.actor_name, entry.object_label) == (
        "governance.body.create", "Petra Sommer", "Lenkungskreis",
    )  # fmt: skip


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_every_preset_can_be_set_up(preset: str) -> None:
    body = create_body_from_preset(actor=SYSTEM, preset=preset, name="Neu", now=build.NOW)
    assert (body.name, body.seat_rules.count(), body.sides.count()) == (
        "Neu", len(PRESETS[preset].seat_rules), len(PRESETS[preset].sides),
    )  # fmt: skip


def test_by_hand() -> None:
    body = create_body(actor=SYSTEM, settings=BY_HAND, sides=[SIDE_LAND, SIDE_SCHOOLS], now=build.NOW)
    assert (body.name, body.chair_model, body.invitation_days) == ("Bildungsrat", "single", 14)
    assert list(body.sides.values_list("name", flat=True)) == ["Land", "Schulen"]


@pytest.mark.parametrize("role", ["pedagogical", "member", "administration"])
def test_who_may_not_set_up(role: str) -> None:
    with pytest.raises(NotAllowed):
        create_body_from_preset(actor=build.an_actor(role), preset="working_group", now=build.NOW)
    assert (Body.objects.count(), AuditEntry.objects.count()) == (0, 0)


def test_a_name_stands_for_one_body() -> None:
    build.a_body(name="Bildungsrat")
    with pytest.raises(RuleViolation, match="Namen gibt es schon") as found:
        create_body(actor=SYSTEM, settings=BY_HAND, sides=[SIDE_LAND], now=build.NOW)
    assert (found.value.field, Body.objects.count(), AuditEntry.objects.count()) == ("name", 1, 1)


def test_consensus_needs_two_sides() -> None:
    settings = BodySettings(
        name="Kreis", kind="steering_team", chair_model="single", decision_rule="consensus_sides"
    )
    with pytest.raises(RuleViolation, match="mindestens zwei Seiten") as found:
        create_body(actor=SYSTEM, settings=settings, sides=[SIDE_LAND, SIDE_SCHOOLS], now=build.NOW)
    assert (found.value.field, Body.objects.count(), BodySide.objects.count()) == ("sides", 0, 0)
    assert create_body(
        actor=SYSTEM, settings=settings, sides=[SIDE_LAND, SIDE_KOMMUNE], now=build.NOW
    ).gives_orders


def test_a_body_needs_a_side() -> None:
    with pytest.raises(RuleViolation, match="mindestens eine Seite") as found:
        create_body(actor=SYSTEM, settings=BY_HAND, sides=[], now=build.NOW)
    assert found.value.field == "sides"


def test_change_settings() -> None:
    body, above = build.a_body("working_group"), build.a_body(name="Lenkungskreis")
    wanted = settings_of(PRESETS["working_group"], name="AG Sprache", purpose="Sprachbildung", parent=above)
    changed = change_body(actor=build.an_actor("clerk"), body=body, version=1, settings=wanted, now=build.NOW)
    assert (changed.name, changed.purpose, changed.parent, changed.version) == (
        "AG Sprache",
        "Sprachbildung",
        above,
        2,
    )
    assert AuditEntry.objects.filter(act="governance.body.change", object_label="AG Sprache").count() == 1


def test_who_may_not_change() -> None:
    body = build.a_body("working_group")
    member = build.an_actor("member", body.scope)
    with pytest.raises(NotAllowed):
        change_body(actor=member, body=body, version=1, settings=BY_HAND, now=build.NOW)
    assert Body.objects.get().name == "Arbeitsgruppe"
    assert list(AuditEntry.objects.values_list("act", flat=True)) == ["governance.body.create"]


def test_two_people_change_the_same_body() -> None:
    body = build.a_body("working_group")
    change_body(actor=SYSTEM, body=body, version=1, settings=BY_HAND, now=build.NOW)
    second = settings_of(PRESETS["working_group"], name="AG Inklusion")
    with pytest.raises(StaleVersion):
        change_body(actor=SYSTEM, body=body, version=1, settings=second, now=build.NOW)
    assert Body.objects.get().name == "Bildungsrat"


def test_no_body_belongs_to_itself() -> None:
    above = build.a_body(name="Lenkungskreis")
    below = build.a_body("working_group", parent=above)
    wanted = settings_of(PRESETS["mettmann_steering"], parent=below)
    with pytest.raises(RuleViolation, match="nicht zu sich selbst") as found:
        change_body(actor=SYSTEM, body=above, version=1, settings=wanted, now=build.NOW)
    assert found.value.field == "parent"


def test_consensus_cannot_be_set_where_one_side_counts() -> None:
    body = create_body(actor=SYSTEM, settings=BY_HAND, sides=[SIDE_LAND, SIDE_SCHOOLS], now=build.NOW)
    wanted = BodySettings(name="X", kind=body.kind, chair_model="single", decision_rule="consensus_sides")
    with pytest.raises(RuleViolation) as found:
        change_body(actor=SYSTEM, body=body, version=1, settings=wanted, now=build.NOW)
    assert (found.value.field, SeatRuleRow.objects.count()) == ("decision_rule", 0)
