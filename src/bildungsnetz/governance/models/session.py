from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.expressions import Combinable
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
    blocked_reason = models.CharField(_("Grund für den freien Tag"), max_length=300, blank=True)
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
    """One item of an agenda. `number` is given when the invitation goes out and stays.

    Confidential items count in a series of their own (V1, V2 …), so that nobody sees a gap in the numbers of the others.
    """

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
                condition=Q(number__isnull=False) & ~Q(visibility=Visibility.OFFICE),
                name="item_number_unique_in_session",
            ),
            models.UniqueConstraint(
                fields=["session", "number"],
                condition=Q(number__isnull=False, visibility=Visibility.OFFICE),
                name="item_number_unique_among_confidential",
            ),
        ]

    def __str__(self) -> str:
        return f"TOP {self.numeral}: {self.title}" if self.number else self.title

    @property
    def is_closed(self) -> bool:
        """Whether only the office and the chairs may know of the item."""
        return self.visibility == Visibility.OFFICE

    @property
    def numeral(self) -> str:
        """3, or V1 for a confidential item; empty while the item has no number."""
        return "" if self.number is None else f"{'V' if self.is_closed else ''}{self.number}"


def agenda_order() -> tuple[Combinable | str, ...]:
    """The order of an agenda: open items by number, confidential ones behind them, those without number last."""
    closed = Case(When(visibility=Visibility.OFFICE, then=Value(1)), default=Value(0))
    missing = Case(When(number__isnull=True, then=Value(1)), default=Value(0))
    return missing, closed, "number", "position", "pk"
