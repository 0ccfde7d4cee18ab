"""Bodies as a network sets them up for the first time; every value is configuration of the body afterwards.

Source: contract and page of Kreis Mettmann (members, co-chairs, at most eleven); invitation 14 days as in Duisburg,
papers 7 days, minutes within 14 days: defaults derived from the networks compared in the domain report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.chairs import ChairModel
from bildungsnetz.governance.domain.decision_kinds import DecisionRule
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
    Side,
    consensus_sides,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class BodyKind(TextChoices):
    """What a body is for; its name is free."""

    STEERING_COMMITTEE = "steering_committee", _("Lenkungskreis")
    STEERING_TEAM = "steering_team", _("Leitungsteam")
    STEERING_ASSEMBLY = "steering_assembly", _("Lenkungsausschuss")
    EDUCATION_COUNCIL = "education_council", _("Bildungsrat")
    EDUCATION_CONFERENCE = "education_conference", _("Bildungskonferenz")
    WORKING_GROUP = "working_group", _("Arbeitsgruppe")


@dataclass(frozen=True, slots=True)
class BodyPreset:
    """Everything needed to set up a body; days are calendar days, `total_max` None means no limit."""

    key: str
    name: StrOrPromise
    kind: BodyKind
    chair_model: ChairModel
    decision_rule: DecisionRule
    sides: tuple[Side, ...]
    seat_rules: tuple[SeatRule, ...]
    total_max: int | None = None
    invitation_days: int = 14
    papers_days: int = 7
    minutes_days: int = 14
    objection_days: int = 14
    member_objection_blocks: bool = False

    @property
    def consensus_sides(self) -> tuple[str, ...]:
        """The keys of the sides whose agreement is needed."""
        return consensus_sides(self.sides)

    @property
    def gives_orders(self) -> bool:
        """Only bodies that decide by consensus of sides give orders."""
        return self.decision_rule is DecisionRule.CONSENSUS_SIDES


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
)

PRESETS = {preset.key: preset for preset in (METTMANN_STEERING, EDUCATION_CONFERENCE, WORKING_GROUP)}
