from django.db import models

from bildungsnetz.network.models.offer import Offer


class OfferEnquiry(models.Model):
    """Somebody wrote to the provider by the public form. Who and what is not kept: only that, and on which day.

    `receipt` is the mark of the form, so that one form makes one mail.
    """

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="enquiries")
    receipt = models.CharField(max_length=64, unique=True)
    sent_on = models.DateField()

    class Meta:
        ordering = ["-sent_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.offer} ({self.sent_on})"
