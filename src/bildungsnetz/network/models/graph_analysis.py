from django.db import models
from django.utils.translation import gettext_lazy as _


class GraphAnalysis(models.Model):
    """Figures of a large graph, kept under the hash of its structure: keys, edges and weights, no names."""

    content_hash = models.CharField(max_length=64, unique=True)
    keys = models.JSONField()
    pairs = models.JSONField()
    figures = models.JSONField(null=True)
    asked_at = models.DateTimeField(_("Angefordert am"))
    computed_at = models.DateTimeField(_("Berechnet am"), null=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return self.content_hash[:12]
