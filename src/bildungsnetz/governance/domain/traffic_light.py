"""The traffic light of an order, computed from dates and never stored.

Source: domain rule 4 (overdue is computed); the two weeks of warning are a default of this house.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from bildungsnetz.governance.domain.orders import OrderState

if TYPE_CHECKING:
    from datetime import date

WARN_DAYS = 14
_DONE = frozenset({OrderState.ACCEPTED_BY_BODY, OrderState.CLOSED})
_SETTLED = frozenset({*_DONE, OrderState.WITHDRAWN, OrderState.DELIVERED})


class Light(TextChoices):
    """The colour; the word stands beside it, colour alone says nothing to many people."""

    GREEN = "green", _("im Plan")
    YELLOW = "yellow", _("Achtung")
    RED = "red", _("überfällig")
    GREY = "grey", _("ruht")
    DONE = "done", _("erledigt")


class LightReason(TextChoices):
    """Why the light shows its colour."""

    ON_TIME = "on_time", _("Frist in Sicht")
    AWAITING_ACCEPTANCE = "awaiting_acceptance", _("wartet auf Abnahme")
    DUE_SOON = "due_soon", _("Frist endet bald")
    NOT_ACCEPTED = "not_accepted", _("noch nicht angenommen")
    RETURNED = "returned", _("zur Nacharbeit zurückgegeben")
    REPORT_MISSING = "report_missing", _("Bericht fehlt")
    OVERDUE = "overdue", _("Frist überschritten")
    WITHDRAWN = "withdrawn", _("zurückgezogen")
    DONE = "done", _("abgenommen")


@dataclass(frozen=True, slots=True)
class OrderDates:
    """What the light is computed from; `reported_on` are the days on which reports came in."""

    state: OrderState
    issued_on: date
    due_on: date
    report_dates: tuple[date, ...] = ()
    reported_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """Colour, reason and the days that belong to the reason (late, or left), 0 where none do."""

    light: Light
    reason: LightReason
    days: int = 0

    @property
    def sentence(self) -> str:
        """The reason in words, with the number of days."""
        if self.reason in {LightReason.OVERDUE, LightReason.REPORT_MISSING}:
            since = ngettext_lazy("seit %(days)s Tag", "seit %(days)s Tagen", "days") % {"days": self.days}
            return f"{self.reason.label}, {since}"
        if self.reason is LightReason.DUE_SOON and self.days:
            left = ngettext_lazy("noch %(days)s Tag", "noch %(days)s Tage", "days") % {"days": self.days}
            return f"{self.reason.label}, {left}"
        return str(_("Frist endet heute") if self.reason is LightReason.DUE_SOON else self.reason.label)


def is_overdue(state: OrderState, due_on: date, on: date) -> bool:
    """Whether the due date has passed and no result lies before the body."""
    return state not in _SETTLED and on > due_on


def missing_report(dates: OrderDates, on: date) -> date | None:
    """The first report date that has passed without its report; the n-th date is served by the n-th report."""
    came_in = sum(day <= on for day in dates.reported_on)
    passed = sorted(day for day in dates.report_dates if day < on)
    return passed[came_in] if came_in < len(passed) else None


def signal(dates: OrderDates, on: date) -> Signal:
    """The light of an order on a day."""
    return (
        _settled_signal(dates.state) or _warning_signal(dates, on) or Signal(Light.GREEN, LightReason.ON_TIME)
    )


def _settled_signal(state: OrderState) -> Signal | None:
    if state in _DONE:
        return Signal(Light.DONE, LightReason.DONE)
    if state is OrderState.WITHDRAWN:
        return Signal(Light.GREY, LightReason.WITHDRAWN)
    if state is OrderState.DELIVERED:
        return Signal(Light.GREEN, LightReason.AWAITING_ACCEPTANCE)
    return None


def _warning_signal(dates: OrderDates, on: date) -> Signal | None:
    if is_overdue(dates.state, dates.due_on, on):
        return Signal(Light.RED, LightReason.OVERDUE, (on - dates.due_on).days)
    if missed := missing_report(dates, on):
        return Signal(Light.YELLOW, LightReason.REPORT_MISSING, (on - missed).days)
    if dates.state is OrderState.RETURNED:
        return Signal(Light.YELLOW, LightReason.RETURNED)
    if (dates.due_on - on).days <= WARN_DAYS:
        return Signal(Light.YELLOW, LightReason.DUE_SOON, (dates.due_on - on).days)
    if dates.state is OrderState.ISSUED and (on - dates.issued_on).days > WARN_DAYS:
        return Signal(Light.YELLOW, LightReason.NOT_ACCEPTED)
    return None
