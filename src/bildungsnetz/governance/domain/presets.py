"""Bodies as a network sets them up for the first time; every value is configuration of the body afterwards.

Source: contract and page of Kreis Mettmann (members, co-chairs, at most eleven); invitation 14 days as in Duisburg,
papers 7 days, minutes within 14 days: defaults derived from the networks compared in the domain report. What other
regions do differently stands in `presets_of_regions`.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.chairs import ChairModel
from bildungsnetz.governance.domain.decision_kinds import DecisionRule
from bildungsnetz.governance.domain.preset_shape import BodyKind, BodyPreset
from bildungsnetz.governance.domain.presets_of_regions import REGIONAL
from bildungsnetz.governance.domain.seats import SeatRule
from bildungsnetz.governance.domain.sides import (
    KOMMUNE,
    LAND,
    OFFICE,
    PARTNERS,
    SCHOOLS,
    SIDE_KOMMUNE,
    SIDE_LAND,
    SIDE_OFFICE,
    SIDE_PARTNERS,
    SIDE_SCHOOLS,
)

METTMANN_STEERING = BodyPreset(
    key="mettmann_steering",
    name=_("Lenkungskreis"),
    kind=BodyKind.STEERING_COMMITTEE,
    chair_model=ChairModel.CO_CHAIRS,
    decision_rule=DecisionRule.CONSENSUS_SIDES,
    sides=(SIDE_LAND, SIDE_KOMMUNE, SIDE_SCHOOLS, SIDE_OFFICE),
    seat_rules=(
        SeatRule(
            "schulaufsicht",
            LAND,
            _("Schulaufsicht (obere und untere)"),
            1,
            3,
            _("Bezirksregierung und Schulamt"),
        ),
        SeatRule("kreis", KOMMUNE, _("Kreis"), 1, 1, _("Landrätin oder Landrat")),
        SeatRule("staedte", KOMMUNE, _("kreisangehörige Städte"), 0, 3, _("kreisangehörige Städte")),
        SeatRule(
            "schulleitungen", SCHOOLS, _("Schulleitungen (Sprecherinnen und Sprecher)"), 2, 2, _("Schulen")
        ),
        SeatRule(
            "bildungsbuero",
            OFFICE,
            _("Bildungsbüro (Leitung und pädagogische Mitarbeit)"),
            2,
            2,
            _("Land und Kreis"),
        ),
    ),
    total_max=11,
    region="mettmann",
)

EDUCATION_CONFERENCE = BodyPreset(
    key="education_conference",
    name=_("Bildungskonferenz"),
    kind=BodyKind.EDUCATION_CONFERENCE,
    chair_model=ChairModel.CO_CHAIRS,
    decision_rule=DecisionRule.CONSENSUS_NO_OBJECTION,
    sides=(SIDE_LAND, SIDE_KOMMUNE, SIDE_SCHOOLS, SIDE_PARTNERS, SIDE_OFFICE),
    seat_rules=(
        SeatRule("schulaufsicht", LAND, _("Schulaufsicht"), 1, 10, _("Bezirksregierung und Schulamt")),
        SeatRule("kommunen", KOMMUNE, _("Kreis und Städte"), 1, 40, _("Kreis und Städte")),
        SeatRule("schulen", SCHOOLS, _("Schulen aller Schulformen"), 1, 80, _("Schulen")),
        SeatRule(
            "partner", PARTNERS, _("Träger, Wirtschaft, Hochschulen, Verbände"), 0, 120, _("Einrichtungen")
        ),
        SeatRule("bildungsbuero", OFFICE, _("Bildungsbüro"), 0, 10, advisory=True),
    ),
    total_max=250,
)

WORKING_GROUP = BodyPreset(
    key="working_group",
    name=_("Arbeitsgruppe"),
    kind=BodyKind.WORKING_GROUP,
    chair_model=ChairModel.SINGLE,
    decision_rule=DecisionRule.INFORMATION_ONLY,
    sides=(SIDE_LAND, SIDE_KOMMUNE, SIDE_SCHOOLS, SIDE_PARTNERS, SIDE_OFFICE),
    seat_rules=(
        SeatRule("mitglieder", PARTNERS, _("Mitglieder"), 1, 20, _("Lenkungskreis")),
        SeatRule("bildungsbuero", OFFICE, _("Bildungsbüro (Begleitung)"), 0, 2, advisory=True),
    ),
    reports_yearly=True,
)

PRESETS = {
    preset.key: preset for preset in (METTMANN_STEERING, EDUCATION_CONFERENCE, WORKING_GROUP, *REGIONAL)
}
REGIONS: dict[str, tuple[str, ...]] = {
    region: tuple(preset.key for preset in PRESETS.values() if preset.region == region)
    for region in sorted({preset.region for preset in PRESETS.values() if preset.region})
}
"""The presets of each region, a body above before those below it."""
