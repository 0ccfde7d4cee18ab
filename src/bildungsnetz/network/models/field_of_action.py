from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class FieldOfAction(models.Model):
    """A Handlungsfeld that the cooperation contract or the steering committee has fixed."""

    name = models.CharField(_("Name"), max_length=120)
    description = models.TextField(_("Beschreibung"), blank=True, max_length=2000)
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)
    ended_on = models.DateField(_("Beendet am"), null=True, blank=True)

    class Meta:
        ordering = ["position", "name", "pk"]
        constraints = [models.UniqueConstraint(Lower("name"), name="field_of_action_name_once")]

    def __str__(self) -> str:
        return self.name
