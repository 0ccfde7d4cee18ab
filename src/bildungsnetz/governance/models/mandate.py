from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.models.body import Body, BodySide, SeatRuleRow
from bildungsnetz.governance.models.rotation import Rotation

ENDS_AFTER_START = Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))


class Mandate(models.Model):
    """A person holds a seat from a day to a day (both count); `reminded_on` when its end was announced.

    With `rotation` it is one turn among several people who share the seat.
    """

    seat_rule = models.ForeignKey(
        SeatRuleRow, verbose_name=_("Sitz"), on_delete=models.PROTECT, related_name="mandates"
    )
    person = models.ForeignKey(
        "network.Person", verbose_name=_("Person"), on_delete=models.PROTECT, related_name="+"
    )
    starts_on = models.DateField(_("ab"))
    ends_on = models.DateField(_("bis einschließlich"), null=True, blank=True)
    nominated_by = models.CharField(_("benannt durch"), max_length=200, blank=True)
    rotation = models.ForeignKey(
        Rotation, null=True, blank=True, on_delete=models.PROTECT, related_name="turns"
    )
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["seat_rule", "starts_on", "pk"]
        constraints = [models.CheckConstraint(condition=ENDS_AFTER_START, name="mandate_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.person} („{self.seat_rule}“)"


class Deputyship(models.Model):
    """A person stands in for the holder of a mandate; `rank` 1 is asked first."""

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="deputyships")
    person = models.ForeignKey(
        "network.Person", verbose_name=_("Person"), on_delete=models.PROTECT, related_name="+"
    )
    rank = models.PositiveSmallIntegerField(_("Reihenfolge"), default=1)
    starts_on = models.DateField(_("ab"))
    ends_on = models.DateField(_("bis einschließlich"), null=True, blank=True)

    class Meta:
        ordering = ["mandate", "rank", "pk"]
        constraints = [models.CheckConstraint(condition=ENDS_AFTER_START, name="deputyship_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.person} für {self.mandate.person}"


class Chair(models.Model):
    """A mandate that chairs the body for its side; the deputies of the mandate stand in as chair too."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="chairs")
    side = models.ForeignKey(
        BodySide,
        verbose_name=_("Seite"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="chairs",
    )
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="chairs")
    starts_on = models.DateField(_("ab"))
    ends_on = models.DateField(_("bis einschließlich"), null=True, blank=True)

    class Meta:
        ordering = ["body", "side__order", "starts_on", "pk"]
        constraints = [models.CheckConstraint(condition=ENDS_AFTER_START, name="chair_ends_after_start")]

    def __str__(self) -> str:
        return f"Vorsitz von {self.mandate.person}"
