"""School lists kept for comparing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolListCopy(models.Model):
    """What one published list says about the schools of the region, as of its day.

    `entries` are the schools of the Kreis, `elsewhere` the Kreis of every other number, `refused` the rows that could not
    be read.
    """

    key = models.CharField(max_length=12)
    name = models.CharField(_("Liste"), max_length=120)
    as_of = models.DateField(_("Stand"))
    district = models.CharField(_("Kreisschlüssel"), max_length=5)
    file_name = models.CharField(_("Datei"), max_length=200)
    encoding = models.CharField(_("Kodierung"), max_length=40, blank=True)
    youngest = models.DateField(_("Jüngstes Gründungsdatum"), null=True, blank=True)
    entries = models.JSONField(default=list)
    elsewhere = models.JSONField(default=dict)
    refused = models.JSONField(default=list)
    kept_at = models.DateTimeField(_("Aufgenommen am"))
    kept_by = models.CharField(_("Aufgenommen von"), max_length=200)

    class Meta:
        ordering = ["as_of", "pk"]
        constraints = [models.UniqueConstraint(fields=["district", "key", "as_of"], name="school_list_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.as_of:%d.%m.%Y})"
