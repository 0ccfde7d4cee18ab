from django.db import models
from django.utils.translation import gettext_lazy as _


class ScheduledRun(models.Model):
    """When a recurring job ran last: `planned_at` is the moment of its timetable, so that no moment runs twice."""

    name = models.CharField(max_length=80, unique=True)
    planned_at = models.DateTimeField()
    ran_at = models.DateTimeField(null=True, blank=True)
    result = models.CharField(max_length=300, blank=True)
    failed = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Progress(models.Model):
    """A long work: how much there is to do, how much is done, what failed and why ([name, reason] each)."""

    class State(models.TextChoices):
        RUNNING = "running", _("läuft")
        DONE = "done", _("fertig")

    kind = models.CharField(max_length=60)
    about_kind = models.CharField(max_length=60)
    about_key = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    failures = models.JSONField(default=list)
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=200)
    moved_at = models.DateTimeField()

    class Meta:
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(fields=["about_kind", "about_key"], name="progress_about")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done__lte=models.F("total")), name="progress_not_beyond_total"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.done} von {self.total}"

    @property
    def is_running(self) -> bool:
        return self.state == self.State.RUNNING
