from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.urgent_orders import UrgentState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models.body import Body, BodySide
from bildungsnetz.governance.models.order import Order
from bildungsnetz.governance.models.session import AgendaItem

if TYPE_CHECKING:
    from bildungsnetz.network.api import Institution, Person


class UrgentOrder(models.Model):
    """An order the chairs give together before the session; `item` is the item of the session that confirms it.

    The terms are kept here until all sides have agreed; then the order itself is given and runs like any other.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="urgent_orders")
    reason = models.TextField(_("Warum es eilt"))
    title = models.CharField(_("Auftrag in einem Satz"), max_length=150)
    goal = models.TextField(_("Ziel"))
    field_of_action = models.ForeignKey(
        "network.FieldOfAction", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    assignee_person = models.ForeignKey(
        "network.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    assignee_institution = models.ForeignKey(
        "network.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    assignee_body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("fällig am"))
    report_dates = models.JSONField(default=list)
    visibility = models.CharField(
        _("Wer darf es lesen"), max_length=10, choices=Visibility, default=Visibility.BODY
    )
    state = models.CharField(max_length=15, choices=UrgentState, default=UrgentState.PROPOSED)
    proposed_at = models.DateTimeField()
    proposed_by_name = models.CharField(max_length=200)
    withdraw_reason = models.CharField(_("Grund"), max_length=300, blank=True)
    order = models.OneToOneField(
        Order, null=True, blank=True, on_delete=models.PROTECT, related_name="urgent"
    )
    item = models.OneToOneField(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="urgent_order"
    )

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "withdrawn"], order__isnull=True)
                | Q(state__in=["given", "confirmed", "not_confirmed"], order__isnull=False),
                name="urgent_order_given_with_order",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="urgent_order_has_reason"),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdraw_reason=""),
                name="urgent_order_withdrawn_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Eilauftrag „{self.title}“"

    @property
    def assignee(self) -> "Person | Institution | Body | None":
        """Who is to carry it: exactly one of the three."""
        return self.assignee_person or self.assignee_institution or self.assignee_body

    @property
    def is_proposed(self) -> bool:
        return self.state == UrgentState.PROPOSED


class UrgentAgreement(models.Model):
    """The chair of a side, or a deputy, agrees to the order."""

    urgent = models.ForeignKey(UrgentOrder, on_delete=models.CASCADE, related_name="agreements")
    side = models.ForeignKey(BodySide, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField()

    class Meta:
        ordering = ["urgent", "agreed_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["urgent", "side"], name="urgent_order_side_agrees_once"),
            models.UniqueConstraint(fields=["urgent", "person"], name="urgent_order_person_agrees_once"),
        ]

    def __str__(self) -> str:
        return f"{self.side}: {self.urgent}"
