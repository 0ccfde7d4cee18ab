from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.decision_links import LinkKind
from bildungsnetz.governance.models.body import Body
from bildungsnetz.governance.models.decision import Decision


class CouncilTerm(models.Model):
    """A named period in which the decisions of a body are counted."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="terms")
    label = models.CharField(_("Zeichen"), max_length=20)
    starts_on = models.DateField(_("von"))
    ends_on = models.DateField(_("bis einschließlich"))

    class Meta:
        ordering = ["body", "starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "label"], name="term_label_unique_in_body"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="term_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.label


class DecisionLink(models.Model):
    """A later decision replaces or revokes an earlier one; that happens to a decision once."""

    later = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="overtakes")
    earlier = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="overtaken")
    kind = models.CharField(_("Was er bewirkt"), max_length=12, choices=LinkKind)

    class Meta:
        ordering = ["later", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(later=F("earlier")), name="decision_overtakes_another")
        ]

    def __str__(self) -> str:
        return f"{self.later} {self.get_kind_display()} {self.earlier}"
