from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.models.body import Body


class SelfCheck(models.Model):
    """The survey of one body in one year."""

    body = models.ForeignKey(
        Body, verbose_name=_("Gremium"), on_delete=models.PROTECT, related_name="self_checks"
    )
    year = models.PositiveSmallIntegerField(_("Jahr"))
    opens_on = models.DateField(_("Beginn"))
    closes_on = models.DateField(_("letzter Tag"))
    invited = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="self_check_once_a_year"),
            models.CheckConstraint(
                condition=Q(closes_on__gt=F("opens_on")), name="self_check_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"Selbstcheck {self.body} {self.year}"


class SelfCheckTicket(models.Model):
    """That a link has not been used yet. It names nobody and goes with the answer."""

    self_check = models.ForeignKey(SelfCheck, on_delete=models.CASCADE, related_name="tickets")
    token_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["token_hash"]

    def __str__(self) -> str:
        return f"offener Zugang zu {self.self_check}"


class SelfCheckAnswer(models.Model):
    """One answer: no person, no time finer than the day, a key drawn by chance so that no order can be read from it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    self_check = models.ForeignKey(SelfCheck, on_delete=models.CASCADE, related_name="answers")
    answered_on = models.DateField()
    ratings = models.JSONField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Antwort zu {self.self_check}"
