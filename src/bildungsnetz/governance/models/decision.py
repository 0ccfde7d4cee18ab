import hashlib

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.decision_kinds import DecisionRule, DecisionState, Outcome, Position
from bildungsnetz.governance.models.body import Body, BodySide
from bildungsnetz.governance.models.session import AgendaItem


class Decision(models.Model):
    """What a body said to a proposal. The rule is the one of the day, `reasons` are pairs of code and key of a side.

    `number` counts per body and `period` (calendar year, school year or council term, as the body counts); decisions on confidential items count in a series of their own, so that nobody
    sees a gap in the numbers of the others. Read out in the room and stated (`read_out_at`), the wording stays until it is
    unlocked with a reason.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="decisions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="decisions")
    year = models.PositiveSmallIntegerField()
    period = models.CharField(max_length=20, blank=True)
    number = models.PositiveSmallIntegerField()
    is_closed = models.BooleanField(default=False)
    wording = models.TextField(_("Wortlaut"))
    rule = models.CharField(max_length=30, choices=DecisionRule)
    outcome = models.CharField(max_length=30, choices=Outcome)
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=DecisionState, default=DecisionState.RECORDED)
    note = models.TextField(_("Vermerk"), blank=True)
    votes_yes = models.PositiveSmallIntegerField(default=0)
    votes_no = models.PositiveSmallIntegerField(default=0)
    votes_abstained = models.PositiveSmallIntegerField(default=0)
    decided_on = models.DateField()
    recorded_at = models.DateTimeField()
    read_out_at = models.DateTimeField(null=True, blank=True)
    unlock_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-decided_on", "-number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "period", "is_closed", "number"],
                name="decision_number_unique_in_body_and_period",
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(state="recorded"), name="item_has_one_standing_decision"
            ),
            models.CheckConstraint(condition=~Q(wording=""), name="decision_has_wording"),
        ]

    def __str__(self) -> str:
        return f"Beschluss {self.reference}"

    @property
    def is_of_circular(self) -> bool:
        """Whether it came about between sessions."""
        return hasattr(self, "circular")

    @property
    def reference(self) -> str:
        """3/2026, or V3/2026 for a decision on a confidential item."""
        return f"{'V' if self.is_closed else ''}{self.number}/{self.period or self.year}"

    @property
    def wording_key(self) -> str:
        """Tells one wording from another: what is read out is what the page showed."""
        return hashlib.sha256(self.wording.encode()).hexdigest()

    @property
    def stands(self) -> bool:
        """Whether no later decision replaced or revoked it."""
        return self.state == DecisionState.RECORDED


class DecisionPosition(models.Model):
    """The position of a side, stated by its co-chair or a deputy."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="positions")
    side = models.ForeignKey(BodySide, on_delete=models.PROTECT, related_name="+")
    position = models.CharField(max_length=16, choices=Position)
    stated_by = models.ForeignKey(
        "network.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField(_("Vorbehalt oder Widerspruch"), blank=True)

    class Meta:
        ordering = ["decision", "side__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "side"], name="position_once_per_side"),
            models.CheckConstraint(
                condition=Q(position="not_represented") | Q(stated_by__isnull=False),
                name="position_is_stated_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side}: {self.get_position_display()}"


class DecisionObjection(models.Model):
    """A member wants the objection on record."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="objections")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("Widerspruch"))

    class Meta:
        ordering = ["decision", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "person"], name="objection_once_per_person")
        ]

    def __str__(self) -> str:
        return f"Widerspruch {self.person}"
