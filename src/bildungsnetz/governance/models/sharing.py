from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.models.session import AgendaItem, Session


class SharedSummary(Versioned):
    """What one member passes on about a session. With `token_hash` everybody who has the link reads it until `link_until`."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="summaries")
    author = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    introduction = models.TextField(_("Einleitung"), blank=True, max_length=4000)
    token_hash = models.CharField(max_length=64, blank=True)
    link_until = models.DateField(_("Link gilt bis einschließlich"), null=True, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["session", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "author"], name="summary_once_per_author"),
            models.UniqueConstraint(
                fields=["token_hash"], condition=~Q(token_hash=""), name="summary_link_unique"
            ),
            models.CheckConstraint(
                condition=Q(token_hash="", link_until__isnull=True)
                | (~Q(token_hash="") & Q(link_until__isnull=False)),
                name="summary_link_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"Zusammenfassung {self.session}"


class SharedPoint(models.Model):
    """What the author says of one item, or that she leaves it out."""

    summary = models.ForeignKey(SharedSummary, on_delete=models.CASCADE, related_name="points")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="+")
    is_included = models.BooleanField(_("weitergeben"), default=True)
    remark = models.TextField(_("Ihr Hinweis dazu"), blank=True, max_length=2000)

    class Meta:
        ordering = ["summary", "pk"]
        constraints = [models.UniqueConstraint(fields=["summary", "item"], name="point_once_per_summary")]

    def __str__(self) -> str:
        return f"Punkt {self.pk}"
