from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models.session import AgendaItem


class Paper(Versioned):
    """A file that belongs to an item; never open to more people than the item (see `paper_guard`).

    A paper withdrawn after the invitation stays in the list with its reason; its file is not handed out any more.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="papers")
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("Bezeichnung"), max_length=200)
    visibility = models.CharField(
        _("Wer darf sie lesen"), max_length=10, choices=Visibility, default=Visibility.BODY
    )
    is_late = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdraw_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdraw_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdraw_reason="")),
                name="paper_withdrawn_with_reason",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_pdf(self) -> bool:
        return self.file.content_type == "application/pdf"


class ItemNote(models.Model):
    """What somebody noted for herself on an item; nobody else ever sees it."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    text = models.TextField(_("Eigene Notiz"))
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["item", "pk"]
        constraints = [models.UniqueConstraint(fields=["item", "author"], name="note_once_per_author")]

    def __str__(self) -> str:
        return f"Notiz {self.pk}"
