"""Self-checks and their results, as far as they may be shown."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, QuerySet

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.governance.domain.decision_kinds import DecisionRule
from bildungsnetz.governance.domain.self_check import (
    CategoryResult,
    StatementResult,
    evaluate,
    is_running,
    may_show,
)
from bildungsnetz.governance.models import Body, Mandate, SelfCheck, SelfCheckTicket
from bildungsnetz.governance.policies import self_checks as policies
from bildungsnetz.governance.selectors.seats import mandates_on
from bildungsnetz.network.api import Person

YEARLY = timedelta(days=365)
EARLIER = 3


def self_checks(actor: Actor) -> QuerySet[SelfCheck]:
    """The surveys of the bodies the actor may read, the latest first, each with `answer_count`."""
    found = SelfCheck.objects.select_related("body").annotate(answer_count=Count("answers"))
    readable = policies.readable_ids(actor)
    if readable is not None:
        found = found.filter(body__in=readable)
    return found.order_by("-year", "body__name", "-pk")


def bodies_to_check(actor: Actor) -> QuerySet[Body]:
    """The steering bodies in which the actor may start a self-check."""
    found = Body.objects.filter(is_active=True, decision_rule=DecisionRule.CONSENSUS_SIDES)
    if EVERYWHERE not in actor.scopes(policies.START):
        found = found.filter(pk__in=actor.scope_keys(policies.START, "body"))
    return found.order_by("name", "pk")


def bodies_due(actor: Actor, today: date) -> QuerySet[Body]:
    """Those of them in which none was started within a year."""
    recent = SelfCheck.objects.filter(opens_on__gt=today - YEARLY)
    return bodies_to_check(actor).exclude(pk__in=recent.order_by().values("body"))


def running_for(actor: Actor, today: date) -> QuerySet[SelfCheck]:
    """The surveys that run today in bodies where the actor has a seat."""
    if actor.user_id is None:
        return SelfCheck.objects.none()
    seats = Mandate.objects.filter(person__user=actor.user_id)
    return self_checks(actor).filter(
        opens_on__lte=today, closes_on__gte=today, body__in=seats.order_by().values("seat_rule__body")
    )


def participants(body: Body, on: date) -> list[Person]:
    """Everybody with a seat on the day, once each; deputies judge where they sit themselves."""
    people = {mandate.person_id: mandate.person for mandate in mandates_on(body, on)}
    return list(people.values())


def ticket_by_hash(token_hash: str, today: date) -> SelfCheckTicket | None:
    """The unused link of a running survey."""
    found = SelfCheckTicket.objects.select_related("self_check__body").filter(token_hash=token_hash)
    ticket = found.order_by("pk").first()
    if ticket is None or not is_running(ticket.self_check.opens_on, ticket.self_check.closes_on, today):
        return None
    return ticket


@dataclass(frozen=True)
class StatementLine:
    """A statement with its mean of this year and the one before."""

    result: StatementResult
    before: float | None


@dataclass(frozen=True)
class CategoryLine:
    """A category with its mean of this and earlier years (the latest first, this year included)."""

    result: CategoryResult
    years: list[tuple[int, float]]
    statements: list[StatementLine]


def result_of(check: SelfCheck, today: date) -> list[CategoryLine]:
    """The result with earlier years beside it; empty while it must not be shown. Ask for the right before."""
    by_year = _results(check, today)
    if check.year not in by_year:
        return []
    before = next((results for year, results in by_year.items() if year < check.year), None)
    return [
        CategoryLine(
            result,
            [(year, mean) for year, results in by_year.items() if (mean := results[place].mean) is not None],
            _statements(result, before[place] if before else None),
        )
        for place, result in enumerate(by_year[check.year])
    ]


def _results(check: SelfCheck, today: date) -> dict[int, list[CategoryResult]]:
    """Year → result of this survey and the last ones before it that may be shown, the latest first."""
    found = SelfCheck.objects.filter(body=check.body_id, year__lte=check.year).prefetch_related("answers")
    made: dict[int, list[CategoryResult]] = {}
    for each in found.order_by("-year"):
        answers = [row.ratings for row in each.answers.all()]
        if may_show(len(answers), each.closes_on, today) and len(made) <= EARLIER:
            made[each.year] = evaluate(answers)
    return made


def _statements(result: CategoryResult, before: CategoryResult | None) -> list[StatementLine]:
    means = {row.statement.key: row.mean for row in before.statements} if before else {}
    return [StatementLine(row, means.get(row.statement.key)) for row in result.statements]
