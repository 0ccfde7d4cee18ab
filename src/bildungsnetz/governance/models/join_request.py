from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.join_requests import JoinState
from bildungsnetz.governance.models.body import Body


class JoinRequest(models.Model):
    """Somebody wants to work in a body; accepted, the office still has to enter the mandate."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="join_requests")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    institution = models.ForeignKey(
        "network.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(_("Warum Sie mitarbeiten möchten"))
    brings = models.TextField(_("Was Sie mitbringen"), blank=True)
    state = models.CharField(max_length=10, choices=JoinState, default=JoinState.OPEN)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(_("Begründung"), max_length=500, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "person"], condition=Q(state="open"), name="join_request_one_open"
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(answer=""), name="join_request_refused_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return str(_("Anfrage zur Mitarbeit: %(body)s") % {"body": self.body})
