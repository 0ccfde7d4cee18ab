from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.calendar_replies import ReplyProblem
from bildungsnetz.governance.models.invitation import SessionInvitation


class IncomingReply(models.Model):
    """An answer that came by mail: taken by itself, or waiting with its `problem` until the clerk assigns or discards it."""

    class State(models.TextChoices):
        TAKEN = "taken", _("übernommen")
        OVERTAKEN = "overtaken", _("überholt")
        OPEN = "open", _("wartet")
        ASSIGNED = "assigned", _("zugeordnet")
        DISCARDED = "discarded", _("verworfen")

    message_id = models.CharField(max_length=250, unique=True)
    state = models.CharField(max_length=10, choices=State)
    problem = models.CharField(max_length=15, choices=ReplyProblem, blank=True)
    invitation = models.ForeignKey(
        SessionInvitation, null=True, blank=True, on_delete=models.SET_NULL, related_name="incoming_replies"
    )
    uid = models.CharField(max_length=250)
    sequence = models.PositiveIntegerField(default=0)
    said = models.CharField(max_length=20)
    attendee = models.CharField(max_length=254)
    sender = models.CharField(max_length=254)
    comment = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="open") | ~Q(problem=""), name="waiting_reply_has_problem"
            )
        ]

    def __str__(self) -> str:
        return f"Antwort von {self.sender}"
