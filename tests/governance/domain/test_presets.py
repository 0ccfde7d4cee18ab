"""The presets say what their sources say."""

from __future__ import annotations

import pytest

from bildungsnetz.governance.domain.chairs import ChairModel
from bildungsnetz.governance.domain.decision_kinds import DecisionRule
from bildungsnetz.governance.domain.preset_shape import BodyPreset
from bildungsnetz.governance.domain.presets import METTMANN_STEERING, PRESETS, REGIONS
from bildungsnetz.governance.domain.presets_of_regions import (
    DUISBURG_FORUM,
    EUSKIRCHEN_STEERING,
    OLPE_STEERING,
    RHEIN_SIEG_STEERING,
)
from bildungsnetz.governance.domain.seats import refuse_seat_rule


def test_mettmann() -> None:
    assert [(rule.key, rule.side, rule.minimum, rule.maximum) for rule in METTMANN_STEERING.seat_rules] == [
        ("schulaufsicht", "land", 1, 3),
        ("kreis", "kommune", 1, 1),
        ("staedte", "kommune", 0, 3),
        ("schulleitungen", "schulen", 2, 2),
        ("bildungsbuero", "bildungsbuero", 2, 2),
    ]
    assert METTMANN_STEERING.total_max == 11
    assert METTMANN_STEERING.chair_model is ChairModel.CO_CHAIRS
    assert METTMANN_STEERING.decision_rule is DecisionRule.CONSENSUS_SIDES
    assert METTMANN_STEERING.consensus_sides == ("land", "kommune")
    assert (METTMANN_STEERING.invitation_days, METTMANN_STEERING.papers_days) == (14, 7)
    assert METTMANN_STEERING.member_objection_blocks is False


@pytest.mark.parametrize(
    ("key", "rule", "gives_orders"),
    [
        ("mettmann_steering", DecisionRule.CONSENSUS_SIDES, True),
        ("education_conference", DecisionRule.CONSENSUS_NO_OBJECTION, False),
        ("working_group", DecisionRule.INFORMATION_ONLY, False),
    ],
)
def test_only_consensus_of_sides_gives_orders(key: str, rule: DecisionRule, gives_orders: bool) -> None:
    assert (PRESETS[key].decision_rule, PRESETS[key].gives_orders) == (rule, gives_orders)


def test_the_regions() -> None:
    assert REGIONS == {
        "duisburg": ("duisburg_steering", "duisburg_conference", "duisburg_forum"),
        "euskirchen": ("euskirchen_steering",),
        "mettmann": ("mettmann_steering",),
        "olpe": ("olpe_steering", "olpe_team"),
        "rhein_sieg": ("rhein_sieg_steering",),
        "soest": ("soest_steering",),
    }
    for keys in REGIONS.values():
        for place, key in enumerate(keys):
            assert PRESETS[key].parent in {"", *keys[:place]}


def test_euskirchen_has_parity() -> None:
    assert [(rule.side, rule.minimum, rule.maximum) for rule in EUSKIRCHEN_STEERING.seat_rules] == [
        ("land", 6, 6), ("kommune", 6, 6),
    ]  # fmt: skip
    assert EUSKIRCHEN_STEERING.total_max == 12


def test_rhein_sieg() -> None:
    assert [(rule.key, rule.maximum) for rule in RHEIN_SIEG_STEERING.seat_rules] == [
        ("land", 2), ("kreis", 2), ("troisdorf", 1), ("uebrige-staedte", 1), ("lehrkraft-troisdorf", 1),
        ("lehrkraft-kreis", 1),
    ]  # fmt: skip


def test_olpe_and_duisburg() -> None:
    assert [(rule.key, rule.minimum) for rule in OLPE_STEERING.seat_rules] == [
        ("obere-schulaufsicht", 1), ("untere-schulaufsicht", 1), ("kreisdirektor", 1), ("buergermeister", 1),
        ("fachbereiche", 2), ("sekundarstufe", 1), ("grundschule", 1), ("bildungsbuero", 1),
    ]  # fmt: skip
    assert DUISBURG_FORUM.reports_yearly


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS.keys())
def test_every_preset_is_sound(preset: BodyPreset) -> None:
    sides = {side.key for side in preset.sides}
    assert len({rule.key for rule in preset.seat_rules}) == len(preset.seat_rules)
    assert all(rule.side in sides for rule in preset.seat_rules)
    assert [refusal for rule in preset.seat_rules for refusal in refuse_seat_rule(rule)] == []
    assert preset.total_max is None or preset.total_max >= sum(rule.minimum for rule in preset.seat_rules)
    assert preset.papers_days <= preset.invitation_days
