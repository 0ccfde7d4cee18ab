from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.hearing import OpinionAnswer
from bildungsnetz.governance.models.session import AgendaItem


class CityCosts(models.Model):
    """An item costs cities money: roughly how much, and which. The waiver counts for the text with `waived_key`."""

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="city_costs")
    estimate = models.CharField(_("Schätzung"), max_length=200)
    cities = models.ManyToManyField("network.Municipality", verbose_name=_("Städte"), related_name="+")
    waived_by = models.CharField(_("Wer verzichtet"), max_length=200, blank=True)
    waive_reason = models.CharField(_("Grund des Verzichts"), max_length=500, blank=True)
    waived_key = models.CharField(max_length=64, blank=True)
    waived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(waived_at__isnull=True) | (~Q(waived_by="") & ~Q(waive_reason="")),
                name="city_costs_waived_by_someone_with_reason",
            )
        ]

    def __str__(self) -> str:
        return f"Kosten der Städte: {self.item}"


class OpinionRound(models.Model):
    """The cities are asked about the text with `text_key`; over when all answered or after the last day."""

    costs = models.ForeignKey(CityCosts, on_delete=models.CASCADE, related_name="rounds")
    text_key = models.CharField(max_length=64)
    due_on = models.DateField(_("Antworten bis einschließlich"))
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["costs", "pk"]

    def __str__(self) -> str:
        return str(_("Anhörung der Städte"))


class Opinion(models.Model):
    """A city is asked; the link of the mail is stored as a hash."""

    round = models.ForeignKey(OpinionRound, on_delete=models.CASCADE, related_name="opinions")
    city = models.ForeignKey("network.Municipality", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Ansprechperson"), max_length=200, blank=True)
    email = models.EmailField(_("E-Mail"))
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    reminded_on = models.DateField(null=True, blank=True)
    answer = models.CharField(_("Stellungnahme"), max_length=10, choices=OpinionAnswer, blank=True)
    text = models.TextField(_("Begründung"), blank=True)
    answered_by = models.CharField(_("Ihr Name und Ihre Funktion"), max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["round", "city__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "city"], name="opinion_once_per_city"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="opinion_answer_has_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.city}: {self.get_answer_display() or '–'}"
