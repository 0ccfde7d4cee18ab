"""What everybody may follow: published recommendations, their answers and the public orders that followed."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.search import find_keys
from bildungsnetz.governance.domain.recommendations import ANSWERED, NEVER_PUBLIC, RecommendationState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Order, Recommendation
from bildungsnetz.governance.selectors.conference_reports import ConferenceAnswer, with_orders
from bildungsnetz.governance.selectors.search_public import PUBLISHED
from bildungsnetz.network.api import FieldOfAction, fields_of_action


@dataclass(frozen=True)
class TrackerQuestion:
    """What a visitor asks for; `answer` is "open", "answered" or empty."""

    text: str = ""
    answer: str = ""
    year: int | None = None
    field_of_action: FieldOfAction | None = None


def published() -> QuerySet[Recommendation]:
    """Every published recommendation, newest first; what the conference has not adopted never is one."""
    return (
        Recommendation.objects.filter(published_on__isnull=False)
        .exclude(state__in=NEVER_PUBLIC)
        .select_related("body", "field_of_action")
        .order_by("-year", "-number", "-pk")
    )


def followed(question: TrackerQuestion) -> QuerySet[Recommendation]:
    """The published recommendations that fit the question."""
    found = published()
    if question.text:
        found = found.filter(pk__in=find_keys(question.text, PUBLISHED, actor=PUBLIC))
    if question.year:
        found = found.filter(year=question.year)
    if question.field_of_action:
        found = found.filter(field_of_action=question.field_of_action)
    if question.answer == "answered":
        found = found.filter(state__in=ANSWERED)
    if question.answer == "open":
        found = found.exclude(state__in=ANSWERED)
    return found


def public_years() -> list[int]:
    return list(published().order_by("-year").values_list("year", flat=True).distinct())


def public_fields() -> QuerySet[FieldOfAction]:
    """The fields of action in which something is published."""
    wanted = published().order_by().values("field_of_action")
    return fields_of_action().filter(pk__in=wanted)


def public_answers(rows: list[Recommendation]) -> list[ConferenceAnswer]:
    """Each recommendation with its public orders in plain words."""
    return with_orders(rows, public_orders())


def public_orders() -> QuerySet[Order]:
    """The orders everybody may know of: those from public items."""
    return Order.objects.filter(visibility=Visibility.PUBLIC).order_by("issued_on", "pk")


def by_number(year: int, number: int) -> Recommendation | None:
    """The published recommendation with this number, with the ones it was merged from."""
    originals = Prefetch("originals", Recommendation.objects.order_by("year", "number"))
    return published().filter(year=year, number=number).prefetch_related(originals).first()


def public_state(recommendation: Recommendation) -> str:
    """Where it stands, in plain words: the answer stays named after it was reported."""
    if recommendation.position:
        return str(RecommendationState(recommendation.position).label)
    return str(RecommendationState(recommendation.state).label)
