from django.db import models
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.models.body import SeatRuleRow


class NominationLetter(models.Model):
    """A letter that asks the nominating party for people; the file is set from this row at any time."""

    seat_rule = models.ForeignKey(
        SeatRuleRow, verbose_name=_("Sitz"), on_delete=models.PROTECT, related_name="letters"
    )
    people = models.PositiveSmallIntegerField(_("Anzahl Personen"))
    reason = models.CharField(_("Anlass"), max_length=300)
    address = models.TextField(_("Anschrift"), max_length=500)
    greeting = models.CharField(_("Anrede"), max_length=120)
    dated_on = models.DateField(_("vom"))
    reply_by = models.DateField(_("Antwort bis"))
    signed_by = models.CharField(_("unterzeichnet von"), max_length=120)

    class Meta:
        ordering = ["-dated_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reply_by__gte=models.F("dated_on")), name="nomination_reply_after_letter"
            )
        ]

    def __str__(self) -> str:
        return f"Benennungsschreiben für den Sitz „{self.seat_rule}“"
