"""Requests to join: seen by whoever asked and by those who answer, by nobody else."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.join_requests import JoinState, Standing, refuse_asking
from bildungsnetz.governance.models import Body, Deputyship, JoinRequest, Mandate, TopicGuest
from bildungsnetz.governance.policies.bodies import ADD_MANDATE
from bildungsnetz.governance.policies.join_requests import ANSWER, may_answer
from bildungsnetz.governance.selectors.seats import running
from bildungsnetz.network.api import Person, person_of_user

REMINDED = timedelta(days=60)
"""So long the page "Heute" says that an accepted request has led to nothing yet."""


@dataclass(frozen=True)
class WayIn:
    """What the public page offers: the form, the latest own request, or words for people without an account."""

    is_open: bool
    may_ask: bool = False
    latest: JoinRequest | None = None


def join_requests(actor: Actor) -> QuerySet[JoinRequest]:
    """The actor's own requests and those the actor answers, newest first."""
    found = JoinRequest.objects.select_related("body", "person", "institution").order_by("-asked_at", "-pk")
    if EVERYWHERE in actor.scopes(ANSWER):
        return found
    own = Q(person__user=actor.user_id, person__user__isnull=False)
    return found.filter(own | Q(body__in=actor.scope_keys(ANSWER, "body")))


def requests_of(actor: Actor, body: Body) -> list[JoinRequest] | None:
    """What was asked of a body, for its page; None where there is nothing for the actor to see."""
    if not (body.takes_requests and may_answer(actor, body)):
        return None
    return list(join_requests(actor).filter(body=body))


def requests_to_answer(actor: Actor) -> QuerySet[JoinRequest]:
    """What waits for an answer of the actor."""
    found = join_requests(actor).filter(state=JoinState.OPEN)
    if EVERYWHERE in actor.scopes(ANSWER):
        return found
    return found.filter(body__in=actor.scope_keys(ANSWER, "body"))


def requests_to_seat(actor: Actor, now: datetime) -> QuerySet[JoinRequest]:
    """Accepted lately, and the person is neither member nor guest yet, for those who enter mandates everywhere."""
    if EVERYWHERE not in actor.scopes(ADD_MANDATE):
        return JoinRequest.objects.none()
    accepted = join_requests(actor).filter(state=JoinState.ACCEPTED, settled_at__gte=now - REMINDED)
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gte=day_of(now))
    held = Mandate.objects.filter(lasting, person=OuterRef("person"), seat_rule__body=OuterRef("body"))
    guest = TopicGuest.objects.filter(lasting, person=OuterRef("person"), body=OuterRef("body"))
    return accepted.exclude(Exists(held)).exclude(Exists(guest))


def way_in(actor: Actor, body: Body, on: date) -> WayIn:
    """How the actor gets into a body; nothing to say where the body does not take requests."""
    if not (body.takes_requests and body.is_active):
        return WayIn(is_open=False)
    person = person_of_user(actor.user_id)
    if person is None:
        return WayIn(is_open=True)
    latest = JoinRequest.objects.filter(body=body, person=person).order_by("-asked_at", "-pk").first()
    return WayIn(is_open=True, may_ask=not refuse_asking(standing(body, person, on)), latest=latest)


def bodies_to_ask(actor: Actor, on: date) -> frozenset[int]:
    """The bodies the actor could ask now, by key, for lists."""
    person = person_of_user(actor.user_id)
    if person is None:
        return frozenset()
    asked = JoinRequest.objects.filter(person=person, state=JoinState.OPEN).values("body")
    found = Body.objects.filter(takes_requests=True, is_active=True).exclude(pk__in=asked)
    return frozenset(found.exclude(pk__in=_sits_in(person, on)).order_by().values_list("pk", flat=True))


def standing(body: Body, person: Person, on: date) -> Standing:
    """What the rule of asking wants to know."""
    return Standing(
        takes_requests=body.takes_requests,
        is_active=body.is_active,
        is_member=Body.objects.filter(pk=body.pk, pk__in=_sits_in(person, on)).exists(),
        has_open=JoinRequest.objects.filter(body=body, person=person, state=JoinState.OPEN).exists(),
    )


def _sits_in(person: Person, on: date) -> QuerySet[Mandate, int]:
    """The bodies in which the person holds a seat or stands in."""
    stands_in = Deputyship.objects.filter(running(on), person=person).order_by().values("mandate")
    sits = Mandate.objects.filter(running(on)).filter(Q(person=person) | Q(pk__in=stands_in))
    return sits.order_by().values_list("seat_rule__body", flat=True)
