"""Circular resolutions as a person may read them, and the links of their mails."""

from datetime import date

from django.core import signing
from django.db.models import Count, Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.circulars import CircularState, SeatAnswer
from bildungsnetz.governance.domain.decision_kinds import Position
from bildungsnetz.governance.domain.seats import covers
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Body, BodySide, CircularResolution, CircularSeat, Mandate
from bildungsnetz.governance.policies.circulars import START
from bildungsnetz.governance.policies.visibility import readable_body_ids
from bildungsnetz.governance.selectors.decision_sheet import deciding_sides
from bildungsnetz.governance.selectors.seats import chair_seats, held_seats
from bildungsnetz.network.api import person_of_user

_SALT = "bildungsnetz.governance.circular"


def circulars(actor: Actor) -> QuerySet[CircularResolution]:
    """Those of the bodies whose sessions the actor may read, the youngest first, with `asked` and `answered` counted."""
    ids = readable_body_ids(actor)
    found = CircularResolution.objects.select_related("body", "decision", "item__session__body", "file")
    return (
        (found if ids is None else found.filter(body__in=ids))
        .annotate(asked=Count("seats"), answered=Count("seats", filter=~Q(seats__position="")))
        .order_by("-started_at", "-pk")
    )


def waiting(rows: QuerySet[CircularResolution]) -> QuerySet[CircularResolution]:
    """What has ended and stands on no agenda: no session is planned, or the one it stood on was called off."""
    homeless = Q(item__isnull=True) | Q(item__session__state=SessionState.CANCELLED)
    return rows.filter(homeless, state__in=[CircularState.ADOPTED, CircularState.TO_SESSION])


def seats_of(circular: CircularResolution) -> list[CircularSeat]:
    """The seats asked, in the order of the body."""
    rows = circular.seats.select_related("person", "speaks_for", "mandate__seat_rule__side")
    return list(rows.order_by("mandate__seat_rule__side__order", "mandate__seat_rule__order", "pk"))


def my_seat(actor: Actor, circular: CircularResolution) -> CircularSeat | None:
    """The seat on which the actor is asked, if any."""
    person = person_of_user(actor.user_id)
    if person is None:
        return None
    rows = circular.seats.select_related("person", "speaks_for", "mandate", "circular__body")
    return rows.filter(person=person).order_by("pk").first()


def seats_to_answer(actor: Actor) -> list[CircularSeat]:
    """The open questions to the actor, the earliest deadline first."""
    person = person_of_user(actor.user_id)
    if person is None:
        return []
    rows = CircularSeat.objects.filter(person=person, position="", circular__state=CircularState.OPEN)
    return list(rows.select_related("circular__body").order_by("circular__answer_by", "pk"))


def bodies_to_ask(actor: Actor) -> QuerySet[Body]:
    """The working bodies in which the actor may start a circular, by name."""
    found = Body.objects.filter(is_active=True).exclude(decision_rule="information_only")
    keys = [body.pk for body in found.order_by("pk") if actor.can(START, body.scope)]
    return found.filter(pk__in=keys).order_by("name", "pk")


def mandates_to_ask(body: Body, on: date) -> list[Mandate]:
    """The mandates with a vote on the day, in the order of the seats."""
    keys = [int(seat.key) for seat in held_seats(body, on) if not seat.advisory]
    rows = Mandate.objects.filter(pk__in=keys).select_related("person", "seat_rule__side")
    return list(rows.order_by("seat_rule__side__order", "seat_rule__order", "starts_on", "pk"))


def speakers_of_sides(body: Body, on: date) -> dict[str, BodySide]:
    """Keys of the persons who chair a side that counts, with that side."""
    sides = {side.key: side for side in deciding_sides(body)}
    return {seat.person_key: sides[seat.side] for seat in chair_seats(body, on) if seat.side in sides}


def sides_without_chair(body: Body, on: date) -> list[str]:
    """The names of sides that count and have no chair who could be asked."""
    heard = {side.key for side in speakers_of_sides(body, on).values()}
    return [side.name for side in deciding_sides(body) if side.key not in heard]


def answer_of(seat: CircularSeat, on: date) -> SeatAnswer:
    """The seat as the pure rules want it; whose mandate has ended is not waited for."""
    return SeatAnswer(
        person=str(seat.person_id),
        position=Position(seat.position) if seat.position else None,
        speaks_for=seat.speaks_for.key if seat.speaks_for else "",
        text=seat.text,
        is_held=covers(seat.mandate.starts_on, seat.mandate.ends_on, on),
    )


def seat_token(seat: CircularSeat) -> str:
    """The secret part of the link in the mail; a reminder carries the same one."""
    return signing.Signer(salt=_SALT).sign_object([seat.pk, seat.person_id])


def seat_by_token(token: str) -> CircularSeat | None:
    """The seat a link belongs to; None for a forged link."""
    try:
        pk, person = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    rows = CircularSeat.objects.select_related("circular__body", "person", "speaks_for", "mandate")
    return rows.filter(pk=pk, person=person).first()
