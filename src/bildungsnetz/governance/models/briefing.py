from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.domain.briefing import BriefingState
from bildungsnetz.governance.models.session import AgendaItem, Session


class SessionBriefing(Versioned):
    """What the representatives of the schools shall know before a session; `issue` counts how often it went out."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="briefing")
    author_name = models.CharField(max_length=200)
    introduction = models.TextField(_("Einleitung"), blank=True, max_length=4000)
    state = models.CharField(max_length=10, choices=BriefingState, default=BriefingState.DRAFT)
    issue = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", issue=0, sent_at__isnull=True)
                | (~Q(state="draft") & Q(issue__gte=1, sent_at__isnull=False)),
                name="briefing_sent_with_issue",
            )
        ]

    def __str__(self) -> str:
        return f"Briefing zu {self.session}"

    @property
    def is_sent(self) -> bool:
        return self.state == BriefingState.SENT


class BriefingEntry(models.Model):
    """What is said of one item: to all (`school_form` empty), or in addition to those of one school form."""

    briefing = models.ForeignKey(SessionBriefing, on_delete=models.CASCADE, related_name="entries")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="+")
    school_form = models.CharField(_("Schulform"), max_length=2, blank=True)
    text = models.TextField(_("Text"), max_length=4000)

    class Meta:
        ordering = ["briefing", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["briefing", "item", "school_form"], name="briefing_entry_once_per_form"
            )
        ]

    def __str__(self) -> str:
        return f"Text {self.pk}"


class BriefingReceipt(models.Model):
    """Somebody has read an issue, and said so."""

    briefing = models.ForeignKey(SessionBriefing, on_delete=models.CASCADE, related_name="receipts")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    issue = models.PositiveSmallIntegerField()
    read_at = models.DateTimeField()

    class Meta:
        ordering = ["briefing", "pk"]

    def __str__(self) -> str:
        return f"{self.person}: {self.briefing}"
