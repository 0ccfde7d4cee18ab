from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.domain.conference_reports import ConferenceReportState
from bildungsnetz.governance.models.body import Body


class ConferenceReport(Versioned):
    """The report to a conference on its recommendations collected up to a day; closed when each has its answer."""

    body = models.ForeignKey(
        Body, verbose_name=_("Bericht an"), on_delete=models.PROTECT, related_name="conference_reports"
    )
    until_on = models.DateField(_("Empfehlungen bis"))
    introduction = models.TextField(_("Einleitung"), blank=True)
    state = models.CharField(
        max_length=10, choices=ConferenceReportState, default=ConferenceReportState.DRAFT
    )
    drafted_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-until_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body"], condition=Q(state="draft"), name="conference_report_one_draft_per_body"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", closed_on__isnull=True)
                | Q(state="closed", closed_on__isnull=False),
                name="conference_report_closed_has_day",
            ),
        ]

    def __str__(self) -> str:
        return f"Bericht an {self.body} zum {self.until_on:%d.%m.%Y}"

    @property
    def is_closed(self) -> bool:
        return self.state == ConferenceReportState.CLOSED
