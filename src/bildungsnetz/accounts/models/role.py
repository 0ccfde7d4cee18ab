from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Role(models.Model):
    """A named set of acts with a description in plain German."""

    key = models.SlugField(unique=True)
    label = models.CharField(max_length=80)
    description = models.CharField(max_length=300)
    by_mandate = models.BooleanField(default=False)
    acts = models.JSONField(default=list)

    class Meta:
        ordering = ["label"]

    def __str__(self) -> str:
        return self.label


class Grant(models.Model):
    """A role held by an account from a day to a day (inclusive), everywhere or in one scope ("body:12").

    `source` names what the grant follows from ("governance.mandate:7"); it ends with it. Empty: given by hand.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="grants")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="grants")
    scope = models.CharField(max_length=60, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["user", "role", "scope", "valid_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="grant_ends_after_start",
            )
        ]
        indexes = [models.Index(fields=["source"], name="grant_source")]

    def __str__(self) -> str:
        return f"{self.user}: {self.role} {self.scope}".strip()
