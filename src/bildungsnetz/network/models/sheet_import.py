from django.db import models
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.import_plan import ROW_KIND_NAMES


class SheetImport(models.Model):
    """A table that came back: what it would change, and whether that was carried out."""

    class State(models.TextChoices):
        PLANNED = "planned", _("geplant")
        COMMITTED = "committed", _("übernommen")
        DISCARDED = "discarded", _("verworfen")

    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    subject = models.CharField(max_length=20)
    file_name = models.CharField(_("Datei"), max_length=200)
    planned_at = models.DateTimeField(_("Geplant am"))
    planned_by = models.CharField(_("Geplant von"), max_length=200)
    settled_at = models.DateTimeField(_("Abgeschlossen am"), null=True, blank=True)

    class Meta:
        ordering = ["-planned_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PLANNED


class SheetImportRow(models.Model):
    """One line of the plan; `changes` are [column, before, after] as people read them."""

    run = models.ForeignKey(SheetImport, on_delete=models.CASCADE, related_name="rows")
    kind = models.CharField(max_length=10, choices=list(ROW_KIND_NAMES.items()))
    line = models.PositiveIntegerField()
    key = models.CharField(max_length=20)
    label = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    changes = models.JSONField(default=list)

    class Meta:
        ordering = ["run", "line"]
        constraints = [models.UniqueConstraint(fields=["run", "line"], name="sheet_import_row_line")]

    def __str__(self) -> str:
        return self.label
