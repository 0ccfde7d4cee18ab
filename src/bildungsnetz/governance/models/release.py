from django.db import models
from django.db.models import Q

from bildungsnetz.governance.models.body import BodySide
from bildungsnetz.governance.models.session import Session


class AgendaRelease(models.Model):
    """The chair of a side stands behind the agenda; void from `void_at` on, when the agenda was changed.

    `side` is None where one person chairs.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="releases")
    side = models.ForeignKey(BodySide, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField()
    void_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "released_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "side"],
                condition=Q(void_at__isnull=True, side__isnull=False),
                name="release_once_per_side",
            ),
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(void_at__isnull=True, side__isnull=True),
                name="release_once_by_single_chair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.session}"
