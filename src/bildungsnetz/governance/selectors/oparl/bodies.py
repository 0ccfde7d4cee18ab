"""The bodies that work, and those of their people who agreed to be named."""

from collections import defaultdict

from bildungsnetz.governance.domain.oparl.things import Link, Thing, link, page
from bildungsnetz.governance.models import Body, Mandate, NameConsent
from bildungsnetz.governance.selectors.oparl.meetings import THE_BODY
from bildungsnetz.governance.selectors.public_bodies import public_bodies
from bildungsnetz.network.api import Person

ORIGIN = "bodies"


def things_of_bodies() -> list[Thing]:
    """All bodies, and persons with their seats in them; a seat of somebody unnamed is not told."""
    shown = list(public_bodies())
    named = NameConsent.objects.filter(withdrawn_on__isnull=True).values("person")
    mandates = list(
        Mandate.objects.filter(seat_rule__body__in=shown, person__in=named)
        .select_related("seat_rule", "person")
        .order_by("pk")
    )
    people: dict[Person, list[Thing]] = defaultdict(list)
    seats: dict[int, list[Link]] = defaultdict(list)
    for mandate in mandates:
        people[mandate.person].append(_membership(mandate))
        seats[mandate.seat_rule.body_id].append(link("membership", mandate.pk))
    keys = {body.pk for body in shown}
    bodies = [_organization(body, seats[body.pk], keys) for body in shown]
    return [*bodies, *(inner for person, held in people.items() for inner in _person(person, held).all())]


def _organization(body: Body, seats: list[Link], shown: set[int]) -> Thing:
    values = {
        "body": THE_BODY,
        "name": body.name,
        "membership": seats,
        "meeting": Link(f"organization/{body.pk}/meeting"),
        "consultation": Link(f"organization/{body.pk}/consultation"),
        "subOrganizationOf": link("organization", body.parent_id) if body.parent_id in shown else None,
        "organizationType": "Gremium",
        "classification": body.get_kind_display(),
        "web": page("governance:public-body", body.pk),
    }
    return Thing("organization", body.pk, ORIGIN, values)


def _membership(mandate: Mandate) -> Thing:
    rule = mandate.seat_rule
    values = {
        "person": link("person", mandate.person_id),
        "organization": link("organization", rule.body_id),
        "role": rule.function,
        "votingRight": not rule.advisory,
        "startDate": mandate.starts_on.isoformat(),
        "endDate": mandate.ends_on.isoformat() if mandate.ends_on else None,
    }
    return Thing("membership", mandate.pk, ORIGIN, values)


def _person(person: Person, held: list[Thing]) -> Thing:
    """Name and seats; never a way of contact."""
    values = {
        "body": THE_BODY,
        "name": person.name,
        "familyName": person.last_name,
        "givenName": person.first_name,
        "title": [person.title] if person.title else [],
        "membership": held,
    }
    return Thing("person", person.pk, ORIGIN, values)
