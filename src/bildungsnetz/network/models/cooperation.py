from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import StoredFile, Versioned
from bildungsnetz.network.domain.cooperation import (
    INTENSITY_NAMES,
    KIND_NAMES,
    SOURCE_NAMES,
    CooperationKind,
    Intensity,
    Source,
)
from bildungsnetz.network.models.field_of_action import FieldOfAction
from bildungsnetz.network.models.institution import Institution


class Cooperation(Versioned):
    """Two institutions work together from a day to a day (inclusive) on a topic."""

    first = models.ForeignKey(
        Institution, verbose_name=_("Einrichtung"), on_delete=models.PROTECT, related_name="cooperations_from"
    )
    second = models.ForeignKey(
        Institution, verbose_name=_("Partner"), on_delete=models.PROTECT, related_name="cooperations_to"
    )
    kind = models.CharField(_("Art"), max_length=20, choices=list(KIND_NAMES.items()))
    field_of_action = models.ForeignKey(
        FieldOfAction,
        verbose_name=_("Thema"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cooperations",
    )
    intensity = models.PositiveSmallIntegerField(_("Wie oft"), choices=list(INTENSITY_NAMES.items()))
    source = models.CharField(_("Woher wir es wissen"), max_length=12, choices=list(SOURCE_NAMES.items()))
    started_on = models.DateField(_("Seit"))
    ended_on = models.DateField(_("Bis einschließlich"), null=True, blank=True)
    note = models.TextField(_("Notiz"), blank=True, max_length=2000)
    agreement = models.ForeignKey(
        StoredFile, verbose_name=_("Vereinbarung"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField(_("Erfasst am"))

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(first=F("second")), name="cooperation_of_two"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="cooperation_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(intensity__range=(1, 4)), name="cooperation_intensity"),
            models.CheckConstraint(
                condition=~Q(source=Source.AGREEMENT.value) | Q(agreement__isnull=False),
                name="cooperation_agreement_has_document",
            ),
        ]
        indexes = [models.Index(fields=["started_on", "ended_on"], name="cooperation_period")]

    def __str__(self) -> str:
        return f"{self.first} – {self.second}"

    @property
    def kind_name(self) -> str | Promise:
        return KIND_NAMES[CooperationKind(self.kind)]

    @property
    def source_name(self) -> str | Promise:
        return SOURCE_NAMES[Source(self.source)]

    @property
    def intensity_name(self) -> str | Promise:
        return INTENSITY_NAMES[Intensity(self.intensity)]
