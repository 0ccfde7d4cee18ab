from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.accessibility import names_of_features
from bildungsnetz.network.domain.opening import WEEKDAYS, Span
from bildungsnetz.network.models.institution import Site


class SiteDetails(models.Model):
    """How one gets into a place: accessibility from a fixed list with a text, exceptions of the opening hours."""

    site = models.OneToOneField(Site, on_delete=models.CASCADE, related_name="details")
    accessibility = models.JSONField(_("Barrierefreiheit"), default=list)
    accessibility_note = models.CharField(_("Hinweise zur Barrierefreiheit"), max_length=500, blank=True)
    hours_note = models.CharField(_("Ausnahmen von den Öffnungszeiten"), max_length=500, blank=True)

    class Meta:
        ordering = ["site"]

    def __str__(self) -> str:
        return str(self.site)

    @property
    def feature_names(self) -> list[str]:
        return names_of_features(self.accessibility)


class OpeningSpan(models.Model):
    """A place is open on a day of the week from a time to a time; several spans a day do not touch."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="opening_spans")
    weekday = models.PositiveSmallIntegerField(_("Wochentag"), choices=list(WEEKDAYS.items()))
    opens = models.TimeField(_("von"))
    closes = models.TimeField(_("bis"))

    class Meta:
        ordering = ["site", "weekday", "opens", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="opening_closes_after_opens"),
            models.CheckConstraint(condition=Q(weekday__range=(1, 7)), name="opening_weekday"),
            models.UniqueConstraint(fields=["site", "weekday", "opens"], name="opening_once"),
        ]

    def __str__(self) -> str:
        return f"{WEEKDAYS[self.weekday]} {self.opens:%H:%M}–{self.closes:%H:%M}"

    @property
    def span(self) -> Span:
        return Span(self.weekday, self.opens, self.closes)
