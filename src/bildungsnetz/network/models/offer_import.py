from django.db import models
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.import_plan import ROW_KIND_NAMES
from bildungsnetz.network.models.institution import Institution


class OfferImport(models.Model):
    """One list of offers: as it was read, what its columns mean, the plan, and whether it was carried out."""

    class State(models.TextChoices):
        READ = "read", _("gelesen")
        PLANNED = "planned", _("geplant")
        COMMITTED = "committed", _("übernommen")
        DISCARDED = "discarded", _("verworfen")

    state = models.CharField(max_length=10, choices=State.choices, default=State.READ)
    file_name = models.CharField(_("Datei"), max_length=200)
    encoding = models.CharField(_("Zeichensatz"), max_length=20, blank=True)
    heads = models.JSONField()
    table = models.JSONField()
    mapping = models.JSONField(default=dict)
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("Anbieter"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="offer_imports",
    )
    until = models.DateField(_("Gültig bis, wenn die Liste nichts sagt"), null=True)
    register_hash = models.CharField(max_length=64, blank=True)
    read_at = models.DateTimeField(_("Gelesen am"))
    read_by = models.CharField(_("Gelesen von"), max_length=200)
    settled_at = models.DateTimeField(_("Abgeschlossen am"), null=True)

    class Meta:
        ordering = ["-read_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_open(self) -> bool:
        return self.state in {self.State.READ, self.State.PLANNED}


class OfferImportRow(models.Model):
    """One line of the plan. `entry` is what a commit writes, `changes` what a reader sees."""

    run = models.ForeignKey(OfferImport, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=list(ROW_KIND_NAMES.items()))
    line = models.PositiveIntegerField(null=True)
    reference = models.CharField(max_length=80, blank=True)
    label = models.CharField(max_length=200, blank=True)
    provider = models.ForeignKey(Institution, null=True, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    changes = models.JSONField(default=list)
    entry = models.JSONField(null=True)

    class Meta:
        ordering = ["run", "position"]
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="offer_import_row_position")]

    def __str__(self) -> str:
        return self.label
