"""The order (Auftrag): life cycle and what it needs.

Source: domain rule 4 and table 2.4. An order comes from a decision adopted by consensus of the sides, or from the
co-chairs of all sides together, to be confirmed in the next session (co-chairs' urgent order).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.consensus import may_become_order
from bildungsnetz.governance.domain.refusals import Refusal, german_day
from bildungsnetz.governance.domain.states import StateTable, Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome

# Results are reported to the Lenkungskreis up to six weeks after the work is done, as after a conference.
REPORT_GRACE_DAYS = 42


class OrderState(TextChoices):
    """Where an order stands; overdue is computed, never stored."""

    ISSUED = "issued", _("erteilt")
    ACCEPTED = "accepted", _("angenommen")
    IN_PROGRESS = "in_progress", _("in Arbeit")
    DELIVERED = "delivered", _("Ergebnis vorgelegt")
    RETURNED = "returned", _("zurückgegeben")
    ACCEPTED_BY_BODY = "accepted_by_body", _("abgenommen")
    CLOSED = "closed", _("abgeschlossen")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


_S = OrderState

ORDER_STEPS = StateTable(
    (
        Step(_S.ISSUED, _S.ACCEPTED),
        Step(_S.ACCEPTED, _S.IN_PROGRESS),
        Step(_S.IN_PROGRESS, _S.DELIVERED, needs_text=True),
        Step(_S.DELIVERED, _S.ACCEPTED_BY_BODY),
        Step(_S.DELIVERED, _S.RETURNED, needs_text=True),
        Step(_S.RETURNED, _S.IN_PROGRESS),
        Step(_S.ACCEPTED_BY_BODY, _S.CLOSED),
        Step(_S.ISSUED, _S.WITHDRAWN, needs_text=True),
        Step(_S.ACCEPTED, _S.WITHDRAWN, needs_text=True),
        Step(_S.IN_PROGRESS, _S.WITHDRAWN, needs_text=True),
        Step(_S.RETURNED, _S.WITHDRAWN, needs_text=True),
    )
)

# An urgent order that the session does not confirm ends even when its result lies before the body.
ENDED_UNCONFIRMED = frozenset({_S.ISSUED, _S.ACCEPTED, _S.IN_PROGRESS, _S.RETURNED, _S.DELIVERED})


@dataclass(frozen=True, slots=True)
class DecisionSource:
    """The decision an order comes from."""

    outcome: Outcome
    rule: DecisionRule

    def may_order(self) -> bool:
        """Whether this decision can become an order."""
        return may_become_order(self.outcome, self.rule)


@dataclass(frozen=True, slots=True)
class UrgentSource:
    """The co-chairs order together; `sides` are the consensus sides of the body."""

    sides: tuple[str, ...]
    confirmed_by: frozenset[str]

    def may_order(self) -> bool:
        """Whether the co-chairs of all sides have confirmed."""
        return bool(self.sides) and self.confirmed_by.issuperset(self.sides)


@dataclass(frozen=True, slots=True)
class OrderTerms:
    """What is ordered, from whom, until when, with which report dates."""

    source: DecisionSource | UrgentSource | None
    assignee_key: str
    goal: str
    issued_on: date
    due_on: date
    report_dates: tuple[date, ...]


def refuse_order(terms: OrderTerms) -> list[Refusal]:
    """What the order lacks: a source that may order, assignee, goal, due date not before issue, report dates in time."""
    return [refusal for rule in _RULES if (refusal := rule(terms))]


def last_report_day(due_on: date) -> date:
    """The last day a report date may lie on."""
    return due_on + timedelta(days=REPORT_GRACE_DAYS)


def _refuse_source(terms: OrderTerms) -> Refusal | None:
    if terms.source is not None and terms.source.may_order():
        return None
    text = _("Nur was alle Seiten gemeinsam beschlossen haben, wird ein Auftrag.")
    return Refusal("source_not_adopted", text, "decision")


def _refuse_assignee(terms: OrderTerms) -> Refusal | None:
    if terms.assignee_key:
        return None
    return Refusal("assignee_missing", _("Wählen Sie, wer den Auftrag ausführt."), "assignee")


def _refuse_goal(terms: OrderTerms) -> Refusal | None:
    if terms.goal.strip():
        return None
    return Refusal("goal_missing", _("Beschreiben Sie, was der Auftrag erreichen soll."), "goal")


def _refuse_due(terms: OrderTerms) -> Refusal | None:
    if terms.due_on >= terms.issued_on:
        return None
    text = _("Die Frist darf nicht vor dem %(day)s liegen, dem Tag des Auftrags.")
    return Refusal("due_before_issue", text % {"day": german_day(terms.issued_on)}, "due_on")


def _refuse_no_report(terms: OrderTerms) -> Refusal | None:
    if terms.report_dates:
        return None
    return Refusal("report_date_missing", _("Nennen Sie mindestens einen Berichtstermin."), "report_dates")


def _refuse_report_dates(terms: OrderTerms) -> Refusal | None:
    last_day = max(last_report_day(terms.due_on), terms.issued_on)
    if all(terms.issued_on <= day <= last_day for day in terms.report_dates):
        return None
    text = _("Berichtstermine liegen zwischen dem %(first)s und dem %(last)s.")
    days = {"first": german_day(terms.issued_on), "last": german_day(last_day)}
    return Refusal("report_date_outside", text % days, "report_dates")


def _refuse_double_report(terms: OrderTerms) -> Refusal | None:
    if len(set(terms.report_dates)) == len(terms.report_dates):
        return None
    return Refusal("report_date_twice", _("Jeder Berichtstermin steht nur einmal."), "report_dates")


_RULES: tuple[Callable[[OrderTerms], Refusal | None], ...] = (
    _refuse_source,
    _refuse_assignee,
    _refuse_goal,
    _refuse_due,
    _refuse_no_report,
    _refuse_report_dates,
    _refuse_double_report,
)
