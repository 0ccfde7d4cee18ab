"""Reports to conferences, what they contain, and what the accountability report takes from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.conference_reports import PLAIN_ORDER_STATES
from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.domain.preset_shape import BodyKind
from bildungsnetz.governance.domain.recommendations import ANSWERED, POSITIONS, RecommendationState
from bildungsnetz.governance.models import Body, ConferenceReport, Order, Recommendation
from bildungsnetz.governance.policies import conferences as policies
from bildungsnetz.governance.policies import recommendations as recommendation_policies
from bildungsnetz.governance.selectors.orders import orders
from bildungsnetz.governance.selectors.recommendations import recommendations

IN_REPORT = (RecommendationState.ADOPTED, RecommendationState.SUBMITTED, *POSITIONS)


def conference_reports(actor: Actor) -> QuerySet[ConferenceReport]:
    """The reports to the conferences whose recommendations the actor may see, the latest first."""
    found = ConferenceReport.objects.select_related("body").order_by("-until_on", "-pk")
    if recommendation_policies.may_read_all(actor):
        return found
    return found.filter(body__in=actor.scope_keys(recommendation_policies.READ, "body"))


def bodies_to_report_to(actor: Actor) -> QuerySet[Body]:
    """The conferences to which the actor may write a report."""
    found = Body.objects.filter(kind=BodyKind.EDUCATION_CONFERENCE, is_active=True).order_by("name", "pk")
    if actor.can(policies.WRITE_REPORT):
        return found
    return found.filter(pk__in=actor.scope_keys(policies.WRITE_REPORT, "body"))


def reported(report: ConferenceReport) -> QuerySet[Recommendation]:
    """What the report is about: a closed one keeps it, a draft takes all adopted up to its day and not reported yet."""
    found = Recommendation.objects.select_related("body", "field_of_action").order_by("year", "number", "pk")
    if report.is_closed:
        return found.filter(reported_in=report)
    return found.filter(
        body=report.body, reported_in__isnull=True, state__in=IN_REPORT, collected_on__lte=report.until_on
    )


@dataclass(frozen=True)
class FollowingOrder:
    """An order that followed from a recommendation: its title, its state in plain words, its key for a link."""

    pk: int
    title: str
    state: str
    due_on: date


@dataclass(frozen=True)
class ConferenceAnswer:
    """What became of one recommendation; `position` is the word of the answer, empty while there is none."""

    recommendation: Recommendation
    position: str
    orders: tuple[FollowingOrder, ...]

    @property
    def is_answered(self) -> bool:
        return self.recommendation.state in ANSWERED


def answers_in(actor: Actor, report: ConferenceReport) -> list[ConferenceAnswer]:
    """The recommendations of a report with the orders the actor may see. Ask for the right to see the report before."""
    return with_orders(list(reported(report)), orders(actor))


def conference_answers(actor: Actor, *, first_day: date, last_day: date) -> list[ConferenceAnswer]:
    """What the Lenkungskreis answered to conferences in a span of days, for the accountability report."""
    found = recommendations(actor).filter(
        state__in=ANSWERED, answered_on__gte=first_day, answered_on__lte=last_day
    )
    return with_orders(list(found.order_by("year", "number", "pk")), orders(actor))


def with_orders(rows: list[Recommendation], readable: QuerySet[Order]) -> list[ConferenceAnswer]:
    """Each recommendation with those of the readable orders that follow from decisions on it; one more query."""
    following = _following(rows, readable)
    return [ConferenceAnswer(row, _position(row), following.get(row.pk, ())) for row in rows]


def _following(
    rows: Iterable[Recommendation], readable: QuerySet[Order]
) -> dict[int, tuple[FollowingOrder, ...]]:
    found = readable.filter(decision__item__recommendation__in=list(rows)).select_related("decision__item")
    made: dict[int, tuple[FollowingOrder, ...]] = {}
    for order in found.order_by("issued_on", "pk"):
        state = str(PLAIN_ORDER_STATES[OrderState(order.state)])
        line = FollowingOrder(order.pk, order.title, state, order.due_on)
        key = (order.decision.item.recommendation_id if order.decision else None) or 0
        made[key] = (*made.get(key, ()), line)
    return made


def _position(row: Recommendation) -> str:
    return str(RecommendationState(row.position).label) if row.position else ""
