from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.lineage import SUCCESSION_WORDS, SuccessionKind
from bildungsnetz.network.models.institution import Institution


class Affiliation(models.Model):
    """An institution is a branch of another one."""

    institution = models.OneToOneField(Institution, on_delete=models.CASCADE, related_name="affiliation")
    parent = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="branch_rows")

    class Meta:
        ordering = ["institution"]
        constraints = [
            models.CheckConstraint(condition=~Q(institution=F("parent")), name="affiliation_not_own_parent")
        ]

    def __str__(self) -> str:
        return f"{self.institution} → {self.parent}"


class Succession(models.Model):
    """What became of an institution that ended: another one carries on from a day."""

    predecessor = models.OneToOneField(Institution, on_delete=models.CASCADE, related_name="succession")
    successor = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="predecessor_rows")
    kind = models.CharField(_("Was geschah"), max_length=20, choices=list(SUCCESSION_WORDS.items()))
    happened_on = models.DateField(_("Seit"))

    class Meta:
        ordering = ["-happened_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="succession_not_own_successor"
            )
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"

    @property
    def words(self) -> str:
        return str(SUCCESSION_WORDS[SuccessionKind(self.kind)])
