from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.programme.domain.states import MeasureState


class Measure(Versioned):
    """What is done to carry out an order (or on the office's own account), with its effect logic."""

    order = models.ForeignKey(
        "governance.Order",
        verbose_name=_("Auftrag"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    title = models.CharField(_("Titel"), max_length=200)
    field_of_action = models.ForeignKey(
        "network.FieldOfAction",
        verbose_name=_("Handlungsfeld"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    lead = models.ForeignKey(
        "network.Person",
        verbose_name=_("Leitung"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(_("Stand"), max_length=10, choices=MeasureState, default=MeasureState.IDEA)
    target_group = models.CharField(_("Zielgruppe"), max_length=200, blank=True)
    inputs = models.TextField(_("Mittel (Input)"), blank=True)
    outputs = models.TextField(_("Leistungen (Output)"), blank=True)
    outcome = models.TextField(_("Wirkung bei der Zielgruppe (Outcome)"), blank=True)
    impact = models.TextField(_("Wirkung in der Region (Impact)"), blank=True)
    indicator = models.CharField(_("Indikator"), max_length=300, blank=True)
    starts_on = models.DateField(_("Beginn"), null=True, blank=True)
    ends_on = models.DateField(_("Ende"), null=True, blank=True)
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="measure_ends_after_start",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="measure_has_title"),
        ]

    def __str__(self) -> str:
        return self.title
