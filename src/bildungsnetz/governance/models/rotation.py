from django.db import models
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.models.body import SeatRuleRow


class Rotation(models.Model):
    """A calendar by which several people hold one seat in turn; each turn is a mandate."""

    seat_rule = models.ForeignKey(
        SeatRuleRow, verbose_name=_("Sitz"), on_delete=models.PROTECT, related_name="rotations"
    )
    months = models.PositiveSmallIntegerField(_("Monate je Turnus"))
    handover_days = models.PositiveSmallIntegerField(
        _("Tage der Übergabe vor und nach dem Wechsel"), default=30
    )
    planned_at = models.DateTimeField()

    class Meta:
        ordering = ["seat_rule", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(months__gte=1), name="rotation_months_at_least_one")
        ]

    def __str__(self) -> str:
        return f"Wechsel auf dem Sitz „{self.seat_rule}“"
