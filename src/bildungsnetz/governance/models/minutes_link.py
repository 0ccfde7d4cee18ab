from django.db import models

from bildungsnetz.governance.models.minutes import Minutes


class MinutesLink(models.Model):
    """A link by which a person who chairs approves, without an account and once, exactly the text with this hash."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="links")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    content_hash = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    expires_on = models.DateField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["minutes", "sent_at", "pk"]

    def __str__(self) -> str:
        return f"Link für {self.person}: {self.minutes}"
