from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.circulars import CircularState, EndReason
from bildungsnetz.governance.domain.decision_kinds import Position
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models.body import Body, BodySide
from bildungsnetz.governance.models.decision import Decision
from bildungsnetz.governance.models.mandate import Mandate
from bildungsnetz.governance.models.session import AgendaItem


class CircularResolution(models.Model):
    """A decision asked for between two sessions. `answer_by` is the last day on which answers count.

    `item` is the item of the next session that announces the result or takes the matter up; closed without one, it waits
    for the next session to be planned. `decision` hangs on that item.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="circulars")
    title = models.CharField(_("Titel"), max_length=150)
    reason = models.TextField(_("Worum geht es, und warum jetzt"))
    wording = models.TextField(_("Wortlaut des Beschlusses"))
    visibility = models.CharField(
        _("Wer darf es lesen"), max_length=10, choices=Visibility, default=Visibility.BODY
    )
    file = models.ForeignKey(
        "core.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=12, choices=CircularState, default=CircularState.OPEN)
    answer_by = models.DateField(_("Antworten bis einschließlich"))
    started_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=15, choices=EndReason, blank=True)
    withdraw_reason = models.CharField(_("Grund"), max_length=300, blank=True)
    item = models.OneToOneField(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="circular"
    )
    decision = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="circular"
    )

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True)
                | (~Q(state="open") & Q(closed_at__isnull=False)),
                name="circular_closed_with_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdraw_reason=""),
                name="circular_withdrawn_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(decision__isnull=True) | Q(state="adopted", item__isnull=False),
                name="circular_decides_when_adopted",
            ),
            models.CheckConstraint(condition=~Q(visibility="office"), name="circular_is_for_every_seat"),
        ]

    def __str__(self) -> str:
        return f"Umlaufbeschluss „{self.title}“"

    @property
    def is_open(self) -> bool:
        return self.state == CircularState.OPEN


class CircularSeat(models.Model):
    """A seat that is asked, and what its holder answered."""

    circular = models.ForeignKey(CircularResolution, on_delete=models.CASCADE, related_name="seats")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    speaks_for = models.ForeignKey(
        BodySide, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    position = models.CharField(_("Antwort"), max_length=16, choices=Position, blank=True)
    text = models.TextField(_("Vorbehalt, Widerspruch oder Anmerkung"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["circular", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["circular", "mandate"], name="circular_asks_seat_once"),
            models.CheckConstraint(
                condition=Q(position="", answered_at__isnull=True)
                | (~Q(position="") & Q(answered_at__isnull=False)),
                name="circular_answer_with_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.circular}"
