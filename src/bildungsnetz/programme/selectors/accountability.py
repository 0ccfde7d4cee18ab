"""The accountability report of a school year as a person may read it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.calendar import SchoolYear, school_year_of
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.api import (
    ConferenceAnswer,
    Order,
    OrderState,
    Visibility,
    conference_answers,
    orders,
)
from bildungsnetz.programme.domain.accountability import REPORTED_YEARS, Line, Span, StateGroup, by_state
from bildungsnetz.programme.domain.states import MeasureState
from bildungsnetz.programme.models import Measure
from bildungsnetz.programme.selectors.measures import OVER, measures


@dataclass(frozen=True)
class AnswerLine:
    """What became of a recommendation: the answer with its orders, and the measures that carry them out."""

    answer: ConferenceAnswer
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class AccountabilityReport:
    """Answers to the conference, orders and measures of a school year; states are those of today."""

    year: SchoolYear
    answers: tuple[AnswerLine, ...]
    orders: tuple[StateGroup, ...]
    measures: tuple[StateGroup, ...]

    @property
    def order_count(self) -> int:
        return sum(group.count for group in self.orders)

    @property
    def measure_count(self) -> int:
        return sum(group.count for group in self.measures)

    @property
    def is_confidential(self) -> bool:
        """Whether something in it must not be read by all members."""
        return any(line.is_confidential for group in (*self.orders, *self.measures) for line in group.lines)


def years_to_report(today: date) -> list[SchoolYear]:
    """The present school year and those before it, the latest first."""
    latest = school_year_of(today)
    return [SchoolYear(latest.start - back) for back in range(REPORTED_YEARS)]


def accountability_report(actor: Actor, year: SchoolYear) -> AccountabilityReport:
    """Only what the actor may read; the same number of queries however much that is."""
    found = conference_answers(actor, first_day=year.first_day, last_day=year.last_day)
    readable = list(measures(actor))
    in_year = [row for row in readable if _span(row).touches(year.first_day, year.last_day)]
    return AccountabilityReport(
        year,
        tuple(_with_measures(found, readable)),
        by_state(map(_order_line, _orders_of(actor, year)), OrderState.choices),
        by_state(map(_measure_line, in_year), MeasureState.choices),
    )


def _orders_of(actor: Actor, year: SchoolYear) -> QuerySet[Order]:
    """Given in the year, or given before and not settled when it began; withdrawn ones stand where they were given."""
    given = orders(actor).filter(issued_on__lte=year.last_day).exclude(settled_on__lt=year.first_day)
    given = given.exclude(state=OrderState.WITHDRAWN, issued_on__lt=year.first_day)
    return given.prefetch_related(None).order_by("year", "number", "pk")


def _with_measures(found: Iterable[ConferenceAnswer], readable: Iterable[Measure]) -> list[AnswerLine]:
    of_order: dict[int | None, list[Measure]] = defaultdict(list)
    for row in readable:
        of_order[row.order_id].append(row)
    return [
        AnswerLine(each, tuple(row for order in each.orders for row in of_order.get(order.pk, ())))
        for each in found
    ]


def _span(row: Measure) -> Span:
    return Span(row.starts_on or day_of(row.entered_at), row.ends_on, MeasureState(row.state) in OVER)


def _order_line(row: Order) -> Line:
    return Line(row.pk, f"{row.number}/{row.year}: {row.title}", row.state, _is_closed(row))


def _measure_line(row: Measure) -> Line:
    return Line(row.pk, row.title, row.state, row.order is not None and _is_closed(row.order))


def _is_closed(order: Order) -> bool:
    return order.visibility == Visibility.OFFICE
