"""A year with an answered recommendation, an order that followed from it, and a measure that carries it out."""

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.domain.recommendations import RecommendationState as S
from bildungsnetz.governance.models import AgendaItem, Body, Order
from bildungsnetz.governance.services.recommendations import advance_recommendation, answer_recommendation
from bildungsnetz.programme.models import Measure
from bildungsnetz.programme.services.measures import Description, plan_measure
from tests.governance import build
from tests.governance.build_orders import a_decision, an_order


def answered_with_order(title: str, number: int = 1, body: Body | None = None) -> Order:
    """The recommendation is accepted, an order with its title is given."""
    row = build.a_recommendation(title, adopted=True)
    row = advance_recommendation(actor=SYSTEM, recommendation=row, target=S.SUBMITTED, now=build.NOW)
    decision = a_decision(body, number=number)
    AgendaItem.objects.filter(pk=decision.item_id).update(recommendation=row)
    text = f"Antwort {number}"
    answer_recommendation(actor=SYSTEM, recommendation=row, position=S.ACCEPTED, text=text, now=build.NOW)
    return an_order(decision, build.a_person(f"Trägt{number}"), title=f"Auftrag {title}")


def a_measure(title: str, order: Order | None = None, **said: object) -> Measure:
    return plan_measure(actor=SYSTEM, description=Description(title, **said), order=order, now=build.NOW)  # type: ignore[arg-type]
