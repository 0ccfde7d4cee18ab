from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.models.body import BodySide
from bildungsnetz.governance.models.session import Session


class Minutes(Versioned):
    """The results minutes of a session. `content` is what domain.minutes composed and serialises.

    `pdf` is the approved file, `excerpt_pdf` the one without confidential items; both stay as they were issued.
    """

    session = models.OneToOneField(Session, on_delete=models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=10, choices=MinutesState, default=MinutesState.DRAFT)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    composed_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    objection_until = models.DateField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    pdf = models.BinaryField(null=True, blank=True)
    pdf_hash = models.CharField(max_length=64, blank=True)
    excerpt_pdf = models.BinaryField(null=True, blank=True)
    excerpt_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-session__starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="approved", approved_at__isnull=False, pdf__isnull=False)
                | (~Q(state="approved") & Q(approved_at__isnull=True)),
                name="minutes_approved_has_time_and_file",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["delivered", "contested"])
                | Q(delivered_at__isnull=False, objection_until__isnull=False),
                name="minutes_delivered_has_window",
            ),
        ]

    def __str__(self) -> str:
        return f"Protokoll {self.session}"

    @property
    def is_draft(self) -> bool:
        return self.state == MinutesState.DRAFT

    @property
    def is_delivered(self) -> bool:
        return self.state == MinutesState.DELIVERED

    @property
    def is_approved(self) -> bool:
        return self.state == MinutesState.APPROVED


class MinutesApproval(models.Model):
    """A co-chair (or deputy) approves exactly the text with this hash."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="approvals")
    side = models.ForeignKey(BodySide, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    content_hash = models.CharField(max_length=64)
    approved_at = models.DateTimeField()

    class Meta:
        ordering = ["minutes", "approved_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "side", "content_hash"], name="approval_once_per_side_and_text"
            ),
            models.UniqueConstraint(
                fields=["minutes", "content_hash"],
                condition=Q(side__isnull=True),
                name="approval_once_by_single_chair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.minutes}"


class MinutesSupplement(models.Model):
    """A correction of approved minutes: numbered, added, never changed."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="supplements")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("Ergänzung"))
    reason = models.CharField(_("Grund"), max_length=300)
    added_at = models.DateTimeField()
    added_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["minutes", "number"]
        constraints = [models.UniqueConstraint(fields=["minutes", "number"], name="supplement_number_unique")]

    def __str__(self) -> str:
        return f"{self.number}. Ergänzung"
