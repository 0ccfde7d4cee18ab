from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models.body import Body
from bildungsnetz.governance.models.decision import Decision

if TYPE_CHECKING:
    from bildungsnetz.network.api import Institution, Person


class Order(Versioned):
    """An order of a steering body. Overdue is computed from the dates, never stored.

    It comes from a decision, or from the chairs together (`urgent`); then the decision follows in the next session. Who may
    read it is what the item of the decision said when it was given; items with a decision keep their visibility.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="orders")
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="orders"
    )
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.BODY)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("Auftrag in einem Satz"), max_length=200)
    goal = models.TextField(_("Ziel: Woran ist zu erkennen, dass der Auftrag erfüllt ist"))
    field_of_action = models.ForeignKey(
        "network.FieldOfAction",
        verbose_name=_("Handlungsfeld"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    assignee_person = models.ForeignKey(
        "network.Person",
        verbose_name=_("Person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    assignee_institution = models.ForeignKey(
        "network.Institution",
        verbose_name=_("Einrichtung"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    assignee_body = models.ForeignKey(
        Body, verbose_name=_("Gremium"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=18, choices=OrderState, default=OrderState.ISSUED)
    issued_on = models.DateField(_("erteilt am"))
    due_on = models.DateField(_("fällig am"))
    state_note = models.TextField(blank=True)
    delivered_on = models.DateField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="order_number_unique_in_year"),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("issued_on")), name="order_due_not_before_issue"
            ),
            models.CheckConstraint(condition=~Q(goal=""), name="order_has_goal"),
            models.CheckConstraint(
                condition=Q(
                    assignee_person__isnull=False,
                    assignee_institution__isnull=True,
                    assignee_body__isnull=True,
                )
                | Q(
                    assignee_person__isnull=True,
                    assignee_institution__isnull=False,
                    assignee_body__isnull=True,
                )
                | Q(
                    assignee_person__isnull=True,
                    assignee_institution__isnull=True,
                    assignee_body__isnull=False,
                ),
                name="order_has_one_assignee",
            ),
        ]

    def __str__(self) -> str:
        return f"Auftrag {self.number}/{self.year}"

    @property
    def assignee(self) -> "Person | Institution | Body | None":
        """Who carries it: exactly one of the three."""
        return self.assignee_person or self.assignee_institution or self.assignee_body

    @property
    def is_running(self) -> bool:
        """Whether somebody works on it, so that it can be reported on."""
        return self.state in {OrderState.ACCEPTED, OrderState.IN_PROGRESS, OrderState.RETURNED}

    @property
    def is_withdrawable(self) -> bool:
        return self.is_running or self.state == OrderState.ISSUED


class ReportDate(models.Model):
    """A day by which the body wants a report on an order."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="report_dates")
    due_on = models.DateField()

    class Meta:
        ordering = ["order", "due_on"]
        constraints = [models.UniqueConstraint(fields=["order", "due_on"], name="report_date_once")]

    def __str__(self) -> str:
        return f"Bericht zum {self.due_on:%d.%m.%Y}"


class OrderReport(models.Model):
    """What was reported on an order; the final one delivers the result."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="reports")
    reported_on = models.DateField()
    text = models.TextField(_("Bericht"))
    is_final = models.BooleanField(_("legt das Ergebnis vor"), default=False)
    reported_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["order", "reported_on", "pk"]

    def __str__(self) -> str:
        return f"Bericht zu {self.order}"
