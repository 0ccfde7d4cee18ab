from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SchoolHoliday(models.Model):
    """School holidays as the ministry fixes them, first and last day included."""

    name = models.CharField(_("Name"), max_length=60)
    first_day = models.DateField(_("erster Ferientag"))
    last_day = models.DateField(_("letzter Ferientag"))

    class Meta:
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="school_holiday_ends_after_start"
            ),
            models.UniqueConstraint(fields=["first_day"], name="school_holiday_once"),
        ]

    def __str__(self) -> str:
        return self.name
