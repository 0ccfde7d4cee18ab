from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.presence import MoveKind
from bildungsnetz.governance.models.mandate import Mandate
from bildungsnetz.governance.models.session import AgendaItem, Session


class AttendanceMove(models.Model):
    """Somebody comes, goes or loses the seat in the course of a session, with effect from `item` on.

    `mandate` is the seat she sits on or stands in for, None for guests; `at` is the time, if it was noted.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="moves")
    person = models.ForeignKey(
        "network.Person", verbose_name=_("Person"), on_delete=models.PROTECT, related_name="+"
    )
    mandate = models.ForeignKey(Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Was"), max_length=15, choices=MoveKind)
    item = models.ForeignKey(
        AgendaItem, verbose_name=_("ab Tagesordnungspunkt"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("Uhrzeit"), null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["session", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person", "item", "kind"], name="move_once_per_person_and_item"
            ),
            models.CheckConstraint(
                condition=~Q(kind=MoveKind.MANDATE_ENDS) | Q(mandate__isnull=False),
                name="only_a_mandate_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.get_kind_display()}"

    @property
    def is_deputy(self) -> bool:
        """Whether the person stands in for the holder of the seat."""
        return self.mandate is not None and self.mandate.person_id != self.person_id
