from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.portal.domain.feedback import FeedbackKind, FeedbackState, number_of


class Feedback(Versioned):
    """One message from the public form: a case with a number, a due date and an answer.

    `receipt` is the mark of the form it came with, so that one form makes one case however often it is sent.
    """

    receipt = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=10, choices=FeedbackKind)
    message = models.TextField()
    email = models.EmailField(blank=True)
    page = models.CharField(max_length=300, blank=True)
    received_at = models.DateTimeField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=FeedbackState, default=FeedbackState.OPEN)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("Rückmeldung")
        indexes = [models.Index(fields=["state", "due_on"], name="feedback_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", answered_at__isnull=True)
                | Q(state="answered", answered_at__isnull=False),
                name="feedback_answered_has_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.get_kind_display()})"

    @property
    def number(self) -> str:
        return number_of(self.pk)
