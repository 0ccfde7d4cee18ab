from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.domain.agenda import FixedItem, ItemKind, ItemState
from bildungsnetz.governance.domain.session_states import SessionMode, SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models.body import Body, BodySide


class Session(Versioned):
    """A session of a body. `next_date` is fixed at its end."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField(_("Nummer"))
    state = models.CharField(max_length=20, choices=SessionState, default=SessionState.PLANNED)
    mode = models.CharField(_("Form"), max_length=10, choices=SessionMode, default=SessionMode.ON_SITE)
    starts_at = models.DateTimeField(_("Beginn"))
    ends_at = models.DateTimeField(_("Ende"))
    place = models.CharField(_("Ort"), max_length=200, blank=True)
    online_link = models.URLField(_("Link zur Videokonferenz"), blank=True)
    invited_at = models.DateTimeField(null=True, blank=True)
    late_reason = models.CharField(max_length=300, blank=True)
    sequence = models.PositiveSmallIntegerField(default=0)
    quorum_stated = models.BooleanField(_("Beschlussfähigkeit festgestellt"), default=False)
    quorum_note = models.CharField(_("Vermerk zur Beschlussfähigkeit"), max_length=300, blank=True)
    next_date = models.DateField(_("nächster Termin"), null=True, blank=True)
    cancel_reason = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    current_item = models.ForeignKey(
        "governance.AgendaItem", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="session_number_unique_in_body"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.number}. Sitzung"


class AgendaItem(Versioned):
    """One item of an agenda. `number` is given when the invitation goes out and stays."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    title = models.CharField(_("Titel"), max_length=200)
    kind = models.CharField(_("Art"), max_length=15, choices=ItemKind, default=ItemKind.INFORMATION)
    fixed = models.CharField(max_length=30, choices=FixedItem, blank=True)
    state = models.CharField(max_length=12, choices=ItemState, default=ItemState.ACCEPTED)
    submitted_by = models.ForeignKey(
        BodySide,
        verbose_name=_("eingebracht von"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    summary = models.TextField(_("Worum geht es"), blank=True)
    proposal = models.TextField(_("Beschlussvorschlag"), blank=True)
    minutes_planned = models.PositiveSmallIntegerField(_("Minuten"), default=10)
    visibility = models.CharField(
        _("Wer darf es lesen"), max_length=10, choices=Visibility, default=Visibility.BODY
    )
    is_table_paper = models.BooleanField(default=False)
    result = models.TextField(_("Ergebnis der Beratung"), blank=True)
    recommendation = models.ForeignKey(
        "governance.Recommendation", null=True, blank=True, on_delete=models.PROTECT, related_name="items"
    )
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["session", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"],
                condition=Q(number__isnull=False),
                name="item_number_unique_in_session",
            )
        ]

    def __str__(self) -> str:
        return f"TOP {self.number}: {self.title}" if self.number else self.title
