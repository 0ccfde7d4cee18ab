from django.db import models
from django.utils.translation import gettext_lazy as _


class MapOutline(models.Model):
    """The outlines of the region as uploaded (GeoJSON in WGS 84); the newest one is drawn."""

    attribution = models.CharField(_("Quellenangabe"), max_length=200)
    geojson = models.JSONField()
    areas = models.PositiveIntegerField(_("Flächen"))
    uploaded_at = models.DateTimeField(_("Hochgeladen am"))

    class Meta:
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.attribution
