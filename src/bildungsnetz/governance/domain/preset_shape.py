"""The shape of a preset: what kinds of bodies there are and what it takes to set one up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.decision_kinds import DecisionRule
from bildungsnetz.governance.domain.sides import Side, consensus_sides

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from bildungsnetz.governance.domain.chairs import ChairModel
    from bildungsnetz.governance.domain.seats import SeatRule


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
    """Everything needed to set up a body; days are calendar days, `total_max` None means no limit.

    `region` is the network it comes from (empty: it fits everywhere), `parent` the preset of the body above it.
    """

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
    reports_yearly: bool = False
    region: str = ""
    parent: str = ""

    @property
    def consensus_sides(self) -> tuple[str, ...]:
        """The keys of the sides whose agreement is needed."""
        return consensus_sides(self.sides)

    @property
    def gives_orders(self) -> bool:
        """Only bodies that decide by consensus of sides give orders."""
        return self.decision_rule is DecisionRule.CONSENSUS_SIDES
