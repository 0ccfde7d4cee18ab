from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.models.body import Body
from bildungsnetz.governance.models.conference_report import ConferenceReport


class Recommendation(Versioned):
    """What a conference asks for. It cannot vanish: each needs an answer of the steering body."""

    year = models.PositiveSmallIntegerField(_("Jahr"))
    number = models.PositiveSmallIntegerField()
    body = models.ForeignKey(
        Body, verbose_name=_("empfohlen von"), on_delete=models.PROTECT, related_name="recommendations"
    )
    forum = models.CharField(_("Forum"), max_length=120, blank=True)
    title = models.CharField(_("Empfehlung in einem Satz"), max_length=200)
    text = models.TextField(_("Begründung"), blank=True)
    field_of_action = models.ForeignKey(
        "network.FieldOfAction",
        verbose_name=_("Handlungsfeld"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(
        max_length=24, choices=RecommendationState, default=RecommendationState.COLLECTED
    )
    position = models.CharField(max_length=24, choices=RecommendationState, blank=True)
    answer = models.TextField(_("Antwort"), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    report = models.TextField(_("Bericht an die Konferenz"), blank=True)
    collected_on = models.DateField(_("gesammelt am"))
    supporters = models.PositiveIntegerField(_("Unterstützung"), default=0)
    published_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="originals"
    )
    reported_in = models.ForeignKey(
        ConferenceReport, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations"
    )

    class Meta:
        ordering = ["-year", "-number", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="recommendation_number_unique_in_year"),
            models.CheckConstraint(condition=~Q(title=""), name="recommendation_has_title"),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | ~Q(state="merged") & Q(merged_into__isnull=True),
                name="recommendation_merged_into_another",
            ),
        ]

    @property
    def reference(self) -> str:
        """Number and year, as people name it."""
        return f"{self.number}/{self.year}"

    def __str__(self) -> str:
        return f"Empfehlung {self.number}/{self.year}"
