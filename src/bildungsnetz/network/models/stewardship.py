from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.stewardship import REACH_NAMES, Reach
from bildungsnetz.network.models.institution import Institution
from bildungsnetz.network.models.person import Person


class Stewardship(models.Model):
    """A person keeps the own fields of an institution from a day to a day; a Schulträger also those of its schools."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stewardships")
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="stewardships")
    reach = models.CharField(_("Umfang"), max_length=20, choices=list(REACH_NAMES.items()))
    authority_number = models.CharField(_("Nummer des Schulträgers"), max_length=10, blank=True)
    started_on = models.DateField(_("ab"))
    ended_on = models.DateField(_("bis einschließlich"), null=True, blank=True)
    given_by = models.CharField(_("Übertragen von"), max_length=200)

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="stewardship_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(reach=Reach.BY_NUMBER.value) ^ Q(authority_number=""),
                name="stewardship_number_with_reach",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.institution})"
