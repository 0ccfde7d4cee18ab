from django.db import models
from django.db.models import Q

from bildungsnetz.network.models.institution import Institution
from bildungsnetz.network.models.offer import Offer


class PageViews(models.Model):
    """How often the public page of an offer or of an institution was looked at in a month; nothing about who did.

    There may be several rows for one month, as after a merge of institutions: the figure is their sum.
    """

    month = models.DateField()
    offer = models.ForeignKey(Offer, null=True, on_delete=models.CASCADE, related_name="page_views")
    institution = models.ForeignKey(
        Institution, null=True, on_delete=models.CASCADE, related_name="page_views"
    )
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-month", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(offer__isnull=True, institution__isnull=False)
                | Q(offer__isnull=False, institution__isnull=True),
                name="page_views_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.offer or self.institution} ({self.month:%m/%Y}): {self.count}"
