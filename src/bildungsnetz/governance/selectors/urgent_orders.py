"""Urgent orders as a person may read them, and who still has to agree."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.chairs import approvers_by_side
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.urgent_orders import UrgentState, side_to_agree
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, UrgentAgreement, UrgentOrder
from bildungsnetz.governance.policies.urgent_orders import PROPOSE, may_agree
from bildungsnetz.governance.policies.visibility import closed_body_ids, readable_body_ids
from bildungsnetz.governance.selectors.decision_sheet import deciding_sides
from bildungsnetz.governance.selectors.seats import chair_seats
from bildungsnetz.network.api import person_of_user


@dataclass(frozen=True)
class SideLine:
    """A side whose chair has to agree, with the agreement if there is one."""

    key: str
    name: str
    agreement: UrgentAgreement | None


def urgent_orders(actor: Actor) -> QuerySet[UrgentOrder]:
    """Those of the bodies the actor may read, confidential ones only to their readers; the youngest first."""
    found = UrgentOrder.objects.select_related(
        "body",
        "order",
        "item__session__body",
        "field_of_action",
        "assignee_person",
        "assignee_institution",
        "assignee_body",
    )
    if (bodies := readable_body_ids(actor)) is not None:
        found = found.filter(body__in=bodies)
    if (closed := closed_body_ids(actor)) is not None:
        found = found.filter(~Q(visibility=Visibility.OFFICE) | Q(body__in=closed))
    return found.order_by("-proposed_at", "-pk")


def waiting(rows: QuerySet[UrgentOrder]) -> QuerySet[UrgentOrder]:
    """Given ones that stand on no agenda: none is planned, or the session was called off or deferred the matter."""
    homeless = (
        Q(item__isnull=True)
        | Q(item__session__state=SessionState.CANCELLED)
        | Q(item__state=ItemState.POSTPONED)
    )
    return rows.filter(homeless, state=UrgentState.GIVEN)


def side_lines(urgent: UrgentOrder) -> list[SideLine]:
    """Every side that has to agree, in the order of the body."""
    agreed = {row.side_id: row for row in urgent.agreements.select_related("person").order_by("pk")}
    return [SideLine(side.key, side.name, agreed.get(side.pk)) for side in deciding_sides(urgent.body)]


def holders(body: Body, on: date) -> dict[str, frozenset[str]]:
    """Who may agree for each side: the chair of the day or a deputy."""
    return approvers_by_side(chair_seats(body, on))


def agreed_by(urgent: UrgentOrder) -> dict[str, str]:
    """Keys of the sides that agreed, with the key of the person."""
    rows = urgent.agreements.select_related("side").order_by("pk")
    return {row.side.key: str(row.person_id) for row in rows}


def may_agree_now(actor: Actor, urgent: UrgentOrder, on: date) -> bool:
    """Whether the agreement of the actor is missing."""
    person = person_of_user(actor.user_id)
    if person is None or not urgent.is_proposed or not may_agree(actor, urgent):
        return False
    return isinstance(side_to_agree(str(person.pk), holders(urgent.body, on), agreed_by(urgent)), str)


def bodies_that_order(actor: Actor) -> QuerySet[Body]:
    """The working bodies that give orders and in which the actor may propose one, by name."""
    found = Body.objects.filter(is_active=True, decision_rule="consensus_sides")
    keys = [body.pk for body in found.order_by("pk") if actor.can(PROPOSE, body.scope)]
    return found.filter(pk__in=keys).order_by("name", "pk")
