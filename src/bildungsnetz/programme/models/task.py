from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.programme.domain.states import TaskState
from bildungsnetz.programme.models.measure import Measure


class Task(Versioned):
    """One thing to do in a measure. Overdue is computed from the date, never stored."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(_("Aufgabe"), max_length=200)
    assignee = models.ForeignKey(
        "network.Person",
        verbose_name=_("Wer"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    due_on = models.DateField(_("Bis wann"), null=True, blank=True)
    state = models.CharField(_("Stand"), max_length=8, choices=TaskState, default=TaskState.OPEN)
    done_on = models.DateField(null=True, blank=True)
    entered_at = models.DateTimeField()

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="task_has_title"),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on__isnull=True)),
                name="task_done_has_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_done(self) -> bool:
        return self.state == TaskState.DONE
