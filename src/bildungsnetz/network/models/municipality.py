from django.db import models
from django.utils.translation import gettext_lazy as _


class Municipality(models.Model):
    """A city or Gemeinde of the region, known by its official key (AGS)."""

    ags = models.CharField(_("Gemeindeschlüssel (AGS)"), max_length=8, unique=True)
    name = models.CharField(_("Name"), max_length=80)
    label_longitude = models.FloatField(_("Länge der Beschriftung"), null=True, blank=True)
    label_latitude = models.FloatField(_("Breite der Beschriftung"), null=True, blank=True)

    class Meta:
        ordering = ["name", "ags"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ags__regex=r"^05[0-9]{6}$"), name="municipality_ags"),
            models.CheckConstraint(
                condition=models.Q(label_longitude__isnull=True, label_latitude__isnull=True)
                | models.Q(label_longitude__isnull=False, label_latitude__isnull=False),
                name="municipality_label_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name
