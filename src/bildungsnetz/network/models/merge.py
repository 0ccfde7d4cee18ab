from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.merging import MergeKind


class Merge(models.Model):
    """Two entries became one. The journal brings them apart again; it is emptied after 30 days.

    Rows are named by plain keys: the one that went has no row any more.
    """

    kind = models.CharField(_("Art"), max_length=12, choices=MergeKind)
    loser = models.PositiveBigIntegerField()
    loser_label = models.CharField(_("Aufgegangen"), max_length=200)
    winner = models.PositiveBigIntegerField()
    winner_label = models.CharField(_("Geblieben"), max_length=200)
    journal = models.JSONField(default=dict)
    changes = models.JSONField(default=list)
    merged_at = models.DateTimeField(_("Zusammengeführt am"))
    merged_by = models.CharField(_("Von"), max_length=200)
    undone_at = models.DateTimeField(_("Rückgängig gemacht am"), null=True, blank=True)
    undone_by = models.CharField(_("Rückgängig gemacht von"), max_length=200, blank=True)
    leftovers = models.JSONField(default=list)

    class Meta:
        ordering = ["-merged_at", "-pk"]
        indexes = [models.Index(fields=["kind", "loser"], name="merge_loser")]

    def __str__(self) -> str:
        return f"{self.loser_label} → {self.winner_label}"


class DistinctPair(models.Model):
    """Somebody has looked: these two only look alike."""

    kind = models.CharField(_("Art"), max_length=12, choices=MergeKind)
    first = models.PositiveBigIntegerField()
    second = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["kind", "first", "second"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "first", "second"], name="distinct_pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="distinct_pair_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"
