from django.db import models
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.import_plan import ROW_KIND_NAMES


class ImportRun(models.Model):
    """One import of the official list: the plan of what it would do, and whether it was carried out."""

    class State(models.TextChoices):
        PLANNED = "planned", _("geplant")
        COMMITTED = "committed", _("übernommen")
        DISCARDED = "discarded", _("verworfen")

    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    source = models.CharField(_("Liste"), max_length=120)
    file_name = models.CharField(_("Datei"), max_length=200)
    file_hash = models.CharField(max_length=64)
    district = models.CharField(_("Kreisschlüssel"), max_length=5)
    encoding = models.CharField(_("Kodierung"), max_length=40, blank=True)
    elsewhere = models.PositiveIntegerField(_("Zeilen anderer Kreise"))
    register_hash = models.CharField(max_length=64)
    planned_at = models.DateTimeField(_("Geplant am"))
    planned_by = models.CharField(_("Geplant von"), max_length=200)
    settled_at = models.DateTimeField(_("Abgeschlossen am"), null=True, blank=True)
    settled_by = models.CharField(_("Abgeschlossen von"), max_length=200, blank=True)

    class Meta:
        ordering = ["-planned_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PLANNED


class ImportRow(models.Model):
    """One line of the plan. `facts` is what a commit writes, `changes` what a reader sees."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=list(ROW_KIND_NAMES.items()))
    line = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=40, blank=True)
    label = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    changes = models.JSONField(default=list)
    facts = models.JSONField(null=True)

    class Meta:
        ordering = ["run", "position"]
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="import_row_position")]
        indexes = [models.Index(fields=["run", "kind"], name="import_row_kind")]

    def __str__(self) -> str:
        return f"{self.number} {self.label}".strip()
