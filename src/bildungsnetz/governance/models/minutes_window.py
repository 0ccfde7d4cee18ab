from django.db import models
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.models.body import BodySide
from bildungsnetz.governance.models.minutes import Minutes


class MinutesVersion(models.Model):
    """The text of minutes as somebody saved it; versions are only added."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    saved_at = models.DateTimeField()
    saved_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["minutes", "number"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "number"], name="minutes_version_number_unique")
        ]

    def __str__(self) -> str:
        return f"{self.number}. Fassung"


class MinutesDelivery(models.Model):
    """A member got the approved text and may object; the link of the mail is stored as a hash."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="deliveries")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["minutes", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "person"], name="minutes_delivered_once_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.minutes}"


class MinutesObjection(models.Model):
    """A member objects to exactly the text with this hash."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="objections")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("Widerspruch"))
    content_hash = models.CharField(max_length=64)
    objected_at = models.DateTimeField()

    class Meta:
        ordering = ["minutes", "objected_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="minutes_objection_has_text")
        ]

    def __str__(self) -> str:
        return f"Widerspruch zum {self.minutes}"


class ObjectionAnswer(models.Model):
    """The chair of a side says why the text stays in spite of an objection."""

    objection = models.ForeignKey(MinutesObjection, on_delete=models.CASCADE, related_name="answers")
    side = models.ForeignKey(BodySide, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("Warum der Text bleibt"))
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["objection", "answered_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["objection", "side"], name="objection_answered_once_per_side")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.objection}"
